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
                show_chain_notice(ShowChainNotice) -> NoticeView;
                give_chain_notice(GiveChainNotice) -> NoticeGiven;
                list_chains(Nothing) -> ChainList;
                show_chain(ShowChain) -> ChainView;
                open_chain(OpenChain) -> DraftView;
                open_draft(OpenDraft) -> DraftView;
                show_draft(DraftRef) -> DraftView;
                save_draft(SaveDraft) -> DraftView;
                discard_draft(DraftRef) -> Done;
                split_draft(SplitDraft) -> DraftList;
                list_drafts(Nothing) -> DraftList;
                print_draft_paper(DraftPaper) -> PaperInfo;
                read_card(Nothing) -> CardRead;
                confirm_date(ConfirmDate) -> Done;
                correct_date(CorrectDate) -> Done;
                list_slips(Nothing) -> SlipShelf;
                print_slips(PrintSlips) -> PaperInfo;
                spoil_slip(SpoilSlip) -> Done;
                take_slip(TakeSlip) -> DraftView;
                put_slip_back(DraftRef) -> DraftView;
                accept_case(AcceptCase) -> CaseDone;
                accept_apart(AcceptApart) -> CaseDone;
                receive_case(ReceiveCase) -> CaseDone;
                accept_received(AcceptReceived) -> CaseDone;
                sign_later(SignLater) -> CaseDone;
                ask_correction(AskCorrection) -> CaseDone;
                check_demand(CheckDemand) -> DemandAnswer;
                refuse_case(RefuseCase) -> CaseDone;
                ask_correction_again(AskCorrectionAgain) -> CaseDone;
                take_supplies(TakeSupplies) -> CaseDone;
                look_owed(OwedByAnswers) -> OwedNow;
                extend_supply(ExtendSupply) -> Done;
                log_call(LogCall) -> Done;
                withdraw_case(WithdrawCase) -> CaseEnded;
                terminate_case(TerminateCase) -> CaseEnded;
                void_case(VoidCase) -> CaseEnded;
                urge_case(UrgeCase) -> Done;
                amend_case(AmendCase) -> Done;
                check_promise(CheckPromise) -> Done;
                archive_case(CaseRef) -> Done;
                write_archive_package(CaseRef) -> ArchivePackage;
                list_corrections(Nothing) -> CorrectionDesk;
                forward_places(MatterPlace) -> ForwardPlaces;
                forward_case(ForwardCase) -> CaseDone;
                print_where_to(MatterPlace) -> PaperInfo;
                list_enquiries(ListEnquiries) -> EnquiryList;
                open_enquiry(OpenEnquiry) -> Done;
                hand_enquiry(HandEnquiry) -> Done;
                settle_enquiry(SettleEnquiry) -> Done;
                queue_board(Nothing) -> QueueBoard;
                take_ticket(TakeTicket) -> TicketTaken;
                find_ticket(FindTicket) -> TicketFound;
                reprint_ticket(ReprintTicket) -> PaperInfo;
                list_overrides(ListOverrides) -> OverrideBook;
                call_next(Nothing) -> QueueBoard;
                call_ticket(CallTicket) -> QueueBoard;
                call_again(Nothing) -> QueueBoard;
                miss_ticket(Nothing) -> QueueBoard;
                hold_ticket(Nothing) -> QueueBoard;
                send_ticket(SendTicket) -> QueueBoard;
                finish_ticket(Nothing) -> QueueBoard;
                return_ticket(TicketRef) -> QueueBoard;
                show_bookings(ShowBookings) -> BookingBook;
                add_booking(AddBooking) -> BookingBook;
                cancel_booking(BookingRef) -> BookingBook;
                service_hours(Nothing) -> ServiceHours;
                set_service_hours(SetServiceHours) -> ServiceHours;
                workbench(Nothing) -> Workbench;
                search_cases(SearchCases) -> CaseList;
                show_case(CaseRef) -> CaseView;
                reveal_fields(RevealFields) -> Revealed;
                transcript(CaseRef) -> Transcript;
                note_transcribed(NoteTranscribed) -> Done;
                export_fields(ExportFields) -> ExportedFields;
                search_people(SearchPeople) -> PeopleList;
                recall_person(PersonRef) -> PersonInput;
                find_person(FindPerson) -> PersonFound;
                show_person(PersonRef) -> PersonView;
                reveal_person(PersonRef) -> Revealed;
                merge_person(MergePerson) -> Done;
                part_person(PartPerson) -> Done;
                list_mandates(PersonRef) -> MandateList;
                print_mandate(PrintMandate) -> PaperInfo;
                read_mandate(PrintMandate) -> MandateText;
                give_mandate(GiveMandate) -> MandateView;
                revoke_mandate(RevokeMandate) -> Done;
                list_waiting(ListWaiting) -> WaitingList;
                show_delivery(CaseRef) -> DeliveryView;
                register_result(RegisterResult) -> Done;
                check_taker(CheckTaker) -> TakerCheck;
                print_collection_slip(DeliverResults) -> PaperInfo;
                ask_collection_signature(DeliverResults) -> Done;
                deliver_results(DeliverResults) -> DeliveryDone;
                post_results(PostResults) -> DeliveryDone;
                confirm_post(ConfirmPost) -> DeliveryDone;
                reprint(Reprint) -> PaperInfo;
                print_paper(PaperRef) -> PaperInfo;
                print_elsewhere(PrintElsewhere) -> PaperInfo;
                print_papers(PaperRefs) -> PapersSent;
                cancel_papers(PaperRefs) -> PapersSent;
                paper_seen(SeenPaper) -> PaperInfo;
                show_paper(PaperRef) -> PaperInfo;
                save_ofd(PaperRef) -> SavedFile;
                paper_shelf(Nothing) -> PaperShelf;
                list_printers(Nothing) -> PrinterBoard;
                find_printers(Nothing) -> FoundPrinters;
                keep_printer(KeepPrinter) -> PrinterBoard;
                remove_printer(PrinterRef) -> PrinterBoard;
                route_document(RouteDocument) -> PrinterBoard;
                ask_printer(PrinterRef) -> PrinterCondition;
                try_printer(PrinterRef) -> PaperInfo;
                note_trial(NoteTrial) -> PrinterBoard;
                mirror_check(DraftRef) -> ResidentState;
                ask_signature(AskSignature) -> Done;
                read_aloud(Nothing) -> Done;
                ask_rating(CaseRef) -> Done;
                ask_rating_again(CaseRef) -> Done;
                clear_resident_screen(Nothing) -> Done;
                turn_resident_window(TurnResidentWindow) -> Done;
                resident_state(Nothing) -> ResidentState;
                resident_screen(Nothing) -> ResidentScreen;
                resident_confirmed(ResidentTurn) -> Done;
                resident_signed(ResidentSigned) -> Done;
                resident_rated(ResidentRated) -> Done;
                resident_put_away(ResidentTurn) -> Done;
                rating_board(Nothing) -> RatingBoard;
                enter_rating(EnterRating) -> Done;
                print_rating_month(MonthRef) -> PaperInfo;
                news(Nothing) -> NewsList;
                see_news(SeeNews) -> Done;
                sound_words(SoundWords) -> WordSounds;
                sync_centre(Nothing) -> SyncCentre;
                sync_now(Nothing) -> Done;
            }
            bytes {
                paper_pdf(PaperRef);
                paper_ofd(PaperRef);
                paper_page(PaperPage);
                file_bytes(FileRef);
            }
            upload {
                add_file(AddFile) -> FileInfo;
                add_character(AddCharacter) -> FileInfo;
                import_pack(Nothing) -> ImportResult;
            }
        }
    };
}
