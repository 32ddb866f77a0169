//! The few things of JavaScript that are used, declared by hand: js-sys has them all, and with them a shim in the
//! module for every kind of closure that JavaScript can be given.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    pub type Object;
    #[wasm_bindgen(constructor)]
    pub fn new() -> Object;
    #[wasm_bindgen(method, structural, indexing_setter)]
    pub fn set(this: &Object, name: &str, value: JsValue);
    #[wasm_bindgen(static_method_of = Object)]
    pub fn entries(object: &JsValue) -> Array;

    pub type Array;
    #[wasm_bindgen(constructor)]
    pub fn new() -> Array;
    #[wasm_bindgen(static_method_of = Array, js_name = isArray)]
    pub fn is_array(value: &JsValue) -> bool;
    #[wasm_bindgen(method)]
    pub fn push(this: &Array, item: JsValue) -> u32;
    #[wasm_bindgen(method, getter)]
    pub fn length(this: &Array) -> u32;
    #[wasm_bindgen(method, structural, indexing_getter)]
    pub fn get(this: &Array, at: u32) -> JsValue;

    pub type Uint32Array;
    #[wasm_bindgen(constructor)]
    pub fn copy(numbers: &[u32]) -> Uint32Array;

    /// Writes to the console.
    #[wasm_bindgen(js_namespace = console)]
    pub fn info(message: &str);
}

impl Object {
    /// An object of these names and values.
    pub fn of<const N: usize>(fields: [(&str, JsValue); N]) -> Self {
        let object = Object::new();
        for (name, value) in fields {
            object.set(name, value);
        }
        object
    }
}

impl Array {
    /// Its items.
    pub fn iter(&self) -> impl Iterator<Item = JsValue> {
        (0..self.length()).map(|at| self.get(at))
    }
}
