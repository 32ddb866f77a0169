//! Stable sorting that all lists share.
//!
//! The standard library's sort is five kilobytes for each type of list that is sorted, since it is made for long ones.

use std::cmp::Ordering;

/// Sorts by `key`; equal elements keep their order.
pub(crate) fn by_key<T, K: Ord>(list: &mut Vec<T>, key: impl Fn(&T) -> K) {
    let order = order(list.len(), &mut |a, b| key(&list[a as usize]).cmp(&key(&list[b as usize])));
    let mut taken: Vec<Option<T>> = std::mem::take(list).into_iter().map(Some).collect();
    list.extend(order.into_iter().filter_map(|i| taken[i as usize].take()));
}

/// The indices below `len`, sorted by `compare`: neighbouring runs are merged to runs of twice the length.
fn order(len: usize, compare: &mut dyn FnMut(u32, u32) -> Ordering) -> Vec<u32> {
    let mut order: Vec<u32> = (0..len as u32).collect();
    let mut run = 1;
    while run < len {
        for pair in order.chunks_mut(2 * run).filter(|pair| pair.len() > run) {
            merge(pair, run, compare);
        }
        run *= 2;
    }
    order
}

/// Merges the two sorted runs of `pair`, which meet at `middle`.
fn merge(pair: &mut [u32], middle: usize, compare: &mut dyn FnMut(u32, u32) -> Ordering) {
    // Lists mostly come sorted, or nearly.
    if compare(pair[middle - 1], pair[middle]).is_le() {
        return;
    }
    let first = pair[..middle].to_vec();
    let (mut next, mut second) = (0, middle);
    for at in 0..pair.len() {
        let is_first = second == pair.len() || next < middle && compare(first[next], pair[second]).is_le();
        let smaller = if is_first { first[next] } else { pair[second] };
        pair[at] = smaller;
        next += usize::from(is_first);
        second += usize::from(!is_first);
    }
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

    #[test]
    fn sorts_as_the_standard_library_does() {
        for len in 0..70u32 {
            let mut list: Vec<(u32, u32)> = (0..len).map(|i| (i * 37 % 11, i)).collect();
            let mut standard = list.clone();
            by_key(&mut list, |&(n, _)| n);
            standard.sort_by_key(|&(n, _)| n);
            assert_eq!(list, standard);
        }
    }
}
