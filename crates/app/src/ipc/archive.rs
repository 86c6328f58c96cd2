//! The archive package of a closed case.

dto! {
    /// A package that lies in its folder.
    pub struct ArchivePackage {
        /// The file.
        pub place: String,
        /// It lay there before, byte for byte, and was left as it was.
        pub already: bool,
        /// Parts in it.
        pub parts: u32,
        /// Papers in it that were made anew and are not, byte for byte, the rendering named when the
        /// file was closed; the metadata says which.
        pub made_anew: u32,
    }
}
