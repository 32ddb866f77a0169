fn main() {
    println!("{}", kasoti::builtin_files().len());
}
