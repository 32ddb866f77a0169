//! Stable sorting through one instance of the standard library's sort.
//!
//! Each list type sorted directly brings its own copy of that sort into the module, five kilobytes a copy; here all
//! lists share the copy that sorts their indices.

/// Sorts by `key`; equal elements keep their order.
pub(crate) fn by_key<T, K: Ord>(list: &mut Vec<T>, key: impl Fn(&T) -> K) {
    let order = order(list.len(), &mut |a, b| key(&list[a as usize]).cmp(&key(&list[b as usize])));
    let mut taken: Vec<Option<T>> = std::mem::take(list).into_iter().map(Some).collect();
    list.extend(order.into_iter().filter_map(|i| taken[i as usize].take()));
}

/// The indices below `len`, sorted by `compare`.
fn order(len: usize, compare: &mut dyn FnMut(u32, u32) -> std::cmp::Ordering) -> Vec<u32> {
    let mut order: Vec<u32> = (0..len as u32).collect();
    // Lists mostly come sorted, or nearly.
    order.sort_by(|&a, &b| compare(a, b));
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_elements_keep_their_order() {
        let mut list = vec![(2, 'a'), (1, 'b'), (2, '😀'), (1, 'c')];
        by_key(&mut list, |&(n, _)| n);
        assert_eq!(list, [(1, 'b'), (1, 'c'), (2, 'a'), (2, '😀')]);
    }
}
