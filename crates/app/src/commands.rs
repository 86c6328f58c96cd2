//! The command table: the whole interface, one line a verb.
//!
//! `with_commands!` hands the list to a macro of the caller's, so the shell, the loopback bridge,
//! the generated TypeScript and the permission test expand the same lines. Three kinds: `json`
//! takes and gives a type of [`crate::ipc`], `bytes` gives raw bytes, `upload` takes raw bytes
//! with a JSON input beside them.

/// Calls `$callback!` with every command.
#[macro_export]
macro_rules! with_commands {
    ($callback:ident) => {
        $callback! {
            json {
                app_status(Nothing) -> AppStatus;
                setup_state(Nothing) -> SetupState;
                enrol(Enrol) -> SetupState;
                start_demo(Nothing) -> DemoStarted;
                create_administrator(CreateAdministrator) -> OperatorInfo;
                print_test_page(Nothing) -> PaperInfo;
                list_operators(Nothing) -> OperatorList;
                sign_in(SignIn) -> OperatorInfo;
                lock(Nothing) -> Done;
                add_operator(AddOperator) -> OperatorInfo;
                change_password(ChangePassword) -> Done;
                search_matters(SearchMatters) -> MatterList;
                favourite_matter(FavouriteMatter) -> Done;
                note_question(NoteQuestion) -> Done;
                list_aliases(ListAliases) -> AliasList;
                add_alias(AddAlias) -> Done;
                remove_alias(RemoveAlias) -> Done;
                show_guide(ShowGuide) -> GuideView;
                list_guides(Nothing) -> GuideShelf;
                keep_finding(KeepFinding) -> Done;
                print_guide(PrintGuide) -> PaperInfo;
                print_proof_list(Nothing) -> PaperInfo;
                show_notice(ShowNotice) -> NoticeView;
                give_notice(GiveNotice) -> NoticeGiven;
                open_draft(OpenDraft) -> DraftView;
                show_draft(DraftRef) -> DraftView;
                save_draft(SaveDraft) -> DraftView;
                discard_draft(DraftRef) -> Done;
                list_drafts(Nothing) -> DraftList;
                print_draft_paper(DraftPaper) -> PaperInfo;
                read_card(Nothing) -> CardRead;
                confirm_date(ConfirmDate) -> Done;
                correct_date(CorrectDate) -> Done;
                accept_case(AcceptCase) -> CaseDone;
                receive_case(ReceiveCase) -> CaseDone;
                accept_received(AcceptReceived) -> CaseDone;
                ask_correction(AskCorrection) -> CaseDone;
                check_demand(CheckDemand) -> DemandAnswer;
                refuse_case(RefuseCase) -> CaseDone;
                workbench(Nothing) -> Workbench;
                search_cases(SearchCases) -> CaseList;
                show_case(CaseRef) -> CaseView;
                reveal_fields(RevealFields) -> Revealed;
                search_people(SearchPeople) -> PeopleList;
                recall_person(PersonRef) -> PersonInput;
                find_person(FindPerson) -> PersonFound;
                show_person(PersonRef) -> PersonView;
                reveal_person(PersonRef) -> Revealed;
                merge_person(MergePerson) -> Done;
                part_person(PartPerson) -> Done;
                reprint(Reprint) -> PaperInfo;
                print_paper(PaperRef) -> PaperInfo;
                sync_centre(Nothing) -> SyncCentre;
                sync_now(Nothing) -> Done;
            }
            bytes {
                paper_pdf(PaperRef);
                file_bytes(FileRef);
            }
            upload {
                add_file(AddFile) -> FileInfo;
                import_pack(Nothing) -> ImportResult;
            }
        }
    };
}
