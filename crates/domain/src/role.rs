//! Roles and what they may do.
//!
//! Owns the table; who is logged in and which window asks is the application's.

use crate::closed::coded_set;

coded_set!(
    /// The role of an operator or of an unattended terminal.
    Role {
        /// Takes cases at a window.
        Clerk = "clerk", "窗口人员";
        /// Takes cases on a visit.
        Helper = "helper", "帮办代办员";
        /// Answers for the point.
        Supervisor = "supervisor", "负责人";
        /// Looks after the machine; sees no cases.
        Admin = "admin", "管理员";
        /// A kiosk used by residents.
        Kiosk = "kiosk", "自助终端";
    }
);

coded_set!(
    /// Something one may be permitted to do.
    Act {
        /// Look things up in guides, give a one-time notice.
        ReadGuide = "read_guide", "看指南、一次告知";
        /// Look for cases and open them.
        ReadCase = "read_case", "查办件";
        /// Look at reports and ledgers.
        ReadLedger = "read_ledger", "看台账";
        /// Say what people call a matter, and take one's own words back.
        KeepAlias = "keep_alias", "补充俗称";
        /// Take back what a colleague said people call a matter.
        RemoveAlias = "remove_alias", "撤回别人补充的俗称";
        /// Keep a draft.
        Draft = "draft", "录草稿";
        /// Keep an enquiry one was asked first (首问).
        Enquire = "enquire", "首问登记";
        /// Give out tickets, call them, keep the booking book (排队叫号、预约).
        Queue = "queue", "叫号、预约";
        /// Look through the calls out of turn.
        ReviewQueue = "review_queue", "看越序叫号记录";
        /// Let a slip be entered that lies more than a month back.
        EnterOldSlip = "enter_old_slip", "补录一个月前的编号单";
        /// Take materials in and give a number.
        Receive = "receive", "收件";
        /// Accept, with or without deferral or commitment.
        Accept = "accept", "受理";
        /// Ask for corrections, once.
        AskCorrection = "ask_correction", "补正告知";
        /// Ask for corrections a second time.
        AskCorrectionAgain = "ask_correction_again", "二次补正告知";
        /// Refuse acceptance.
        Refuse = "refuse", "不予受理";
        /// Void a case taken by mistake.
        Void = "void", "作废";
        /// Record a withdrawal.
        Withdraw = "withdraw", "撤回";
        /// End a case whose supplies did not come.
        Terminate = "terminate", "终止";
        /// Take in what a case still owes.
        Supply = "supply", "收补正、容缺材料";
        /// Move the day to supply by.
        ExtendSupply = "extend_supply", "延期补正";
        /// Write down a call about a case.
        LogCall = "log_call", "记录电话";
        /// Put right what was written down wrongly.
        Amend = "amend", "更正";
        /// Ask the platform to see to a case.
        Urge = "urge", "催办";
        /// Write down what came of checking a promise.
        CheckPromise = "check_promise", "核查承诺";
        /// Close the file of a case.
        Archive = "archive", "归档";
        /// Hand over a result.
        Deliver = "deliver", "出件";
        /// Write down that somebody may act for somebody else, or no longer.
        Mandate = "mandate", "办委托";
        /// Take a rating.
        Rate = "rate", "评价";
        /// Print.
        Print = "print", "打印";
        /// Show an identity number in clear.
        Unmask = "unmask", "查看完整号码";
        /// Export lists.
        Export = "export", "导出";
        /// Send and fetch, over the network or a USB drive.
        Sync = "sync", "上报下发";
        /// Adopt or withdraw entries of a revoked operator, decide conflicts.
        Resolve = "resolve", "处置冲突";
        /// Say which day it was while the clock could not be trusted.
        CorrectClock = "correct_clock", "更正本机日期";
        /// Put a person's old and new numbers together, or apart again.
        MergePersons = "merge_persons", "合并、分开人员档案";
        /// Publish a guide in spite of a lint finding.
        OverrideLint = "override_lint", "放行指南问题";
        /// Install a catalogue pack.
        InstallCatalogue = "install_catalogue", "装目录包";
        /// Manage operators.
        ManageOperators = "manage_operators", "管人员";
        /// Change settings.
        ManageSettings = "manage_settings", "改设置";
        /// Make a backup.
        Backup = "backup", "备份";
        /// Restore a backup.
        Restore = "restore", "恢复";
        /// Verify the journal.
        Verify = "verify", "校验日志";
    }
);

/// Whether `role` may do `act`. A supervisor may do everything a clerk may; an
/// administrator sees no personal data; a kiosk keeps and hands in drafts for review and a
/// helper's case waits for a clerk, so neither decides anything.
#[must_use]
pub const fn may(role: Role, act: Act) -> bool {
    match role {
        Role::Kiosk => kiosk_may(act),
        Role::Helper => helper_may(act),
        Role::Clerk => clerk_may(act),
        Role::Supervisor => clerk_may(act) || supervisor_adds(act),
        Role::Admin => admin_may(act),
    }
}

const fn kiosk_may(act: Act) -> bool {
    matches!(
        act,
        Act::ReadGuide | Act::Draft | Act::Receive | Act::Rate | Act::Print | Act::Sync
    )
}

const fn helper_may(act: Act) -> bool {
    matches!(
        act,
        Act::ReadGuide
            | Act::ReadCase
            | Act::KeepAlias
            | Act::Enquire
            | Act::Queue
            | Act::Draft
            | Act::Receive
            | Act::LogCall
            | Act::Withdraw
            | Act::Deliver
            | Act::Mandate
            | Act::Rate
            | Act::Print
            | Act::Unmask
            | Act::Sync
            | Act::Verify
    )
}

const fn clerk_may(act: Act) -> bool {
    helper_may(act)
        || matches!(
            act,
            Act::ReadLedger
                | Act::Accept
                | Act::AskCorrection
                | Act::Refuse
                | Act::Terminate
                | Act::Supply
                | Act::ExtendSupply
                | Act::Amend
                | Act::Urge
                | Act::CheckPromise
                | Act::Archive
                | Act::InstallCatalogue
                | Act::Backup
        )
}

const fn supervisor_adds(act: Act) -> bool {
    matches!(
        act,
        Act::AskCorrectionAgain
            | Act::EnterOldSlip
            | Act::RemoveAlias
            | Act::ReviewQueue
            | Act::Void
            | Act::Export
            | Act::Resolve
            | Act::MergePersons
            | Act::CorrectClock
            | Act::OverrideLint
            | Act::ManageOperators
            | Act::ManageSettings
            | Act::Restore
    )
}

const fn admin_may(act: Act) -> bool {
    matches!(
        act,
        Act::ReadGuide
            | Act::Sync
            | Act::InstallCatalogue
            | Act::ManageOperators
            | Act::ManageSettings
            | Act::Backup
            | Act::Restore
            | Act::Verify
    )
}

impl Role {
    /// Whether this role may do `act`; see [`may`].
    #[must_use]
    pub const fn may(self, act: Act) -> bool {
        may(self, act)
    }
}
