//! Who is acting.

dto! {
    /// A person who may act at this terminal.
    pub struct OperatorInfo {
        /// Id.
        pub id: String,
        /// Name as printed.
        pub name: String,
        /// `clerk`, `helper`, `supervisor`, `admin`.
        pub role: String,
        /// Days until a check against the network is needed; none when far off.
        pub days_left: Option<u32>,
    }
    /// Everybody who may sign in, in order of the digits 1–9.
    pub struct OperatorList {
        /// The operators.
        pub operators: Vec<OperatorInfo>,
    }
}
input! {
    /// Signs in or unlocks.
    pub struct SignIn {
        /// Operator id.
        pub operator: String,
        /// Password.
        pub password: String,
    }
    /// Adds an operator (管理员).
    pub struct AddOperator {
        /// Name as printed.
        pub name: String,
        /// `clerk`, `helper`, `supervisor`, `admin`.
        pub role: String,
        /// At least eight characters.
        pub password: String,
    }
    /// Changes the own password.
    pub struct ChangePassword {
        /// The old one.
        pub old: String,
        /// The new one, at least eight characters.
        pub new: String,
    }
}
