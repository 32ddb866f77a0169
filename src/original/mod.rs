//! Comparing a translation with its original. The rules here read [`Article::original`](crate::artifact::Article)
//! and say nothing when there is none.
