// As it was done in 2008: enumerable, for everybody.
Array.prototype.last = function last() { return this[this.length - 1]; };
// Not enumerable: WebKit's own driver does not survive that.
Object.defineProperty(Object.prototype, 'keysOf', { value: function keysOf() { return Object.keys(this); } });
String.prototype.capitalize = function capitalize() { return this.toUpperCase(); };
window.$ = window.jQuery = () => null;
window.h = window.t = window.analyze = 'mine';
