//! Closed sets of words: an enum whose members have one written form.
//!
//! Owns the two macros that define them, so that the serialised word, the
//! displayed word and the list of members can never drift apart.

/// A set whose written form in files is the displayed word itself.
macro_rules! closed_set {
    ($(#[$meta:meta])* $name:ident { $($(#[$member:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum $name {
            $($(#[$member])* #[serde(rename = $word)] $variant),+
        }

        impl $name {
            /// Every member, in the order of the source list.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word used in files and on paper.
            #[must_use]
            pub const fn label(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.label())
            }
        }
    };
}

/// A set with a stable `snake_case` key in payloads and a Chinese word for people.
macro_rules! coded_set {
    ($(#[$meta:meta])* $name:ident { $($(#[$member:meta])* $variant:ident = $key:literal, $word:literal);+ $(;)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum $name {
            $($(#[$member])* #[serde(rename = $key)] $variant),+
        }

        impl $name {
            /// Every member.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable key used in payloads and tables.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self { $(Self::$variant => $key),+ }
            }

            /// The word people read.
            #[must_use]
            pub const fn label(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// The member with this key, if there is one.
            #[must_use]
            pub fn from_key(key: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|member| member.key() == key)
            }
        }
    };
}

pub(crate) use closed_set;
pub(crate) use coded_set;
