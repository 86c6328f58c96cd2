//! The file of a person: everything their cases here say of them.

use super::{CaseRow, FileInfo, VisitView};

dto! {
    /// One thing known of a person, from the visit that is believed most.
    pub struct PersonFact {
        /// `name`, `sex`, `birth`, `ethnicity`, `address`, `phone`.
        pub key: String,
        /// The value; a telephone is masked in the file and whole in a draft.
        pub value: String,
        /// How it was established: `card_read`, `seen_by_clerk`, `typed`.
        pub verified: String,
        /// On which day, `YYYY-MM-DD`.
        pub on: String,
        /// In which case.
        pub number: String,
    }
    /// What is known of somebody on a draft, so that nothing is typed twice.
    pub struct KnownPerson {
        /// Their newest case here.
        pub number: String,
        /// They act for somebody in it.
        pub agent: bool,
        /// Cases they applied in.
        pub cases: u32,
        /// The day of the newest, `YYYY-MM-DD`.
        pub newest_on: String,
        /// Its matter.
        pub newest_matter: String,
        /// What is known, whole.
        pub facts: Vec<PersonFact>,
    }
    /// What the form of an earlier case says for a field.
    pub struct ArchivedValue {
        /// The value.
        pub value: String,
        /// The day of that case, `YYYY-MM-DD`.
        pub on: String,
        /// That case's number.
        pub number: String,
    }
    /// One number of a person.
    pub struct PersonNumber {
        /// Kind, such as `citizen`.
        pub kind: String,
        /// The number, masked.
        pub masked: String,
    }
    /// A material of the archive.
    pub struct PersonMaterial {
        /// Catalogue id.
        pub material: String,
        /// Name as asked for then.
        pub name: String,
        /// Trust level of 国办函〔2016〕108号: `b`, a clerk compared it with the original.
        pub level: String,
        /// The day it was taken, `YYYY-MM-DD`.
        pub on: String,
        /// The clerk who compared it.
        pub clerk: String,
        /// For which matter.
        pub matter: String,
        /// In which case.
        pub number: String,
        /// The last day it may be used again, `YYYY-MM-DD`.
        pub usable_until: String,
        /// That day has not passed.
        pub usable: bool,
        /// Pages.
        pub pages: u32,
        /// Its files; opened only on request.
        pub files: Vec<FileInfo>,
    }
    /// Somebody acted for somebody else in a case.
    pub struct PersonMandate {
        /// `for_them` when somebody acted for this person, `by_them` when this person acted.
        pub side: String,
        /// The other one's name.
        pub name: String,
        /// The other one's number, masked.
        pub id_masked: String,
        /// Relation in words, such as 长子.
        pub relation: String,
        /// What the mandate covers: `consult`, `submit`, `correct`, `collect`, `sign`.
        pub scope: Vec<String>,
        /// The case.
        pub number: String,
        /// Its matter.
        pub matter: String,
        /// The day, `YYYY-MM-DD`.
        pub on: String,
    }
    /// Two numbers of the person that were put together.
    pub struct PersonLink {
        /// Names the link while it stands.
        pub id: String,
        /// The older number, masked.
        pub from_masked: String,
        /// The newer number, masked.
        pub into_masked: String,
        /// `household_record`, `police_certificate`, `card_link`, `document_renewed`, `other`.
        pub ground: String,
        /// Why, in the clerk's words.
        pub reason: String,
        /// When, RFC 3339 with +08:00.
        pub at: String,
        /// Who asked for it.
        pub clerk: String,
        /// Who agreed.
        pub approved_by: String,
    }
    /// A person, whole.
    pub struct PersonView {
        /// Name, as believed most.
        pub name: String,
        /// Every number, the current one first.
        pub numbers: Vec<PersonNumber>,
        /// What is known, each with its origin.
        pub facts: Vec<PersonFact>,
        /// Cases they applied in, all of them.
        pub cases_total: u32,
        /// The newest of them.
        pub cases: Vec<CaseRow>,
        /// What the archive holds.
        pub materials: Vec<PersonMaterial>,
        /// Who acted for whom.
        pub mandates: Vec<PersonMandate>,
        /// Which numbers were put together, newest first.
        pub links: Vec<PersonLink>,
        /// Their visits, newest first.
        pub visits: Vec<VisitView>,
        /// Papers this person need not have brought again, in the cases listed.
        pub spared: u32,
        /// The same for everybody at this point, this month.
        pub spared_this_month: u32,
    }
    /// Somebody who was here before, in a list.
    pub struct PersonHit {
        /// Name, as believed most.
        pub name: String,
        /// Birth date, `YYYY-MM-DD` or empty.
        pub birth: String,
        /// Their number, masked.
        pub id_masked: String,
        /// Their newest case.
        pub number: String,
        /// Cases they applied in.
        pub cases: u32,
        /// The day of the newest, `YYYY-MM-DD`.
        pub newest_on: String,
        /// Its matter.
        pub newest_matter: String,
    }
    /// People who were here before, whoever was here last first.
    pub struct PeopleList {
        /// The people.
        pub people: Vec<PersonHit>,
    }
    /// Whether somebody with a number has been here.
    pub struct PersonFound {
        /// A case that leads to their file; none when they have not been here.
        pub number: Option<String>,
        /// They act for somebody in it.
        pub agent: bool,
        /// Name, as believed most; empty when they have not been here.
        pub name: String,
        /// The number, masked.
        pub id_masked: String,
        /// Cases they applied in.
        pub cases: u32,
    }
}
input! {
    /// Names a person by a case, so that no identity number is handed about.
    pub struct PersonRef {
        /// The case's number.
        pub number: String,
        /// Whoever acts in it, instead of whoever applies.
        pub agent: bool,
    }
    /// Looks for people who were here before.
    pub struct SearchPeople {
        /// Name, its sound or initials, or the last four of a number or telephone.
        pub text: String,
    }
    /// Looks for a person by document.
    pub struct FindPerson {
        /// Kind, such as `citizen`.
        pub id_kind: String,
        /// The number as typed or read.
        pub id_number: String,
    }
    /// Puts another number of a person to their file (合并). Needs a 负责人.
    pub struct MergePerson {
        /// The person.
        pub person: PersonRef,
        /// The other number: what was typed.
        pub other: FindPerson,
        /// The other number is the newer one.
        pub other_is_newer: bool,
        /// Which document showed both: one of the grounds of [`PersonLink`].
        pub ground: String,
        /// Why, 1 to 200 characters.
        pub reason: String,
        /// The supervisor's operator id; empty when the supervisor is the one signed in.
        pub supervisor: String,
        /// Their password; empty likewise.
        pub password: String,
    }
    /// Takes two numbers apart again. Needs a 负责人.
    pub struct PartPerson {
        /// The person.
        pub person: PersonRef,
        /// The link.
        pub link: String,
        /// Why, 1 to 200 characters.
        pub reason: String,
        /// The supervisor's operator id; empty when the supervisor is the one signed in.
        pub supervisor: String,
        /// Their password; empty likewise.
        pub password: String,
    }
}
