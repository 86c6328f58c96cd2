//! Reviewers over HTTP: this machine only, with the token that lies in the data directory.

use std::net::SocketAddr;

use axum::{
    Json, Router,
    extract::{ConnectInfo, FromRequestParts, Path, Query, State},
    http::{
        header::{AUTHORIZATION, FORWARDED},
        request::Parts,
    },
    routing::{get, post},
};
use serde::Deserialize;
use yichuang_wire::protocol::RefusalCode;

use super::{Desk, off_loop, refusal::Refused, signed::header};
use crate::{
    AnswerRequest, AskMore, BeginProcedure, EndProcedure, ExtendLimit, IssueResult, OpenRequest,
    ReviewStep, ReviewedCase,
};

pub(super) fn router() -> Router<Desk> {
    Router::new()
        .route("/cases", get(cases))
        .route("/cases/{number}/steps", post(step))
        .route("/cases/{number}/procedure", post(begin_procedure))
        .route("/cases/{number}/procedure/end", post(end_procedure))
        .route("/cases/{number}/extension", post(extend))
        .route("/cases/{number}/examination", post(ask_more))
        .route("/cases/{number}/result", post(issue_result))
        .route("/cases/{number}/answer", post(answer))
        .route("/requests", get(requests))
}

/// A caller on this machine who can read the data directory.
struct Reviewer;

impl FromRequestParts<Desk> for Reviewer {
    type Rejection = Refused;

    async fn from_request_parts(parts: &mut Parts, desk: &Desk) -> Result<Self, Refused> {
        let refused = |why: &str| Refused::new(RefusalCode::RequestNotSigned, why);
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>();
        let here = peer.is_some_and(|ConnectInfo(address)| address.ip().is_loopback());
        // A proxy on this machine is a loopback peer too, but it says for whom it asks.
        let relayed =
            parts.headers.contains_key(FORWARDED) || parts.headers.contains_key("x-forwarded-for");
        if !here || relayed {
            return Err(refused("reviewers work on this machine"));
        }
        let token =
            header(&parts.headers, AUTHORIZATION.as_str()).and_then(|h| h.strip_prefix("Bearer "));
        match token {
            Some(token) if desk.platform.is_review_token(token) => Ok(Self),
            _ => Err(refused("reviewers' token")),
        }
    }
}

#[derive(Deserialize)]
struct Department {
    department: Option<String>,
}

async fn cases(
    _reviewer: Reviewer,
    State(desk): State<Desk>,
    Query(Department { department }): Query<Department>,
) -> Result<Json<Vec<ReviewedCase>>, Refused> {
    off_loop(move || Ok(Json(desk.platform.cases(department.as_deref())?))).await
}

async fn requests(
    _reviewer: Reviewer,
    State(desk): State<Desk>,
) -> Result<Json<Vec<OpenRequest>>, Refused> {
    off_loop(move || Ok(Json(desk.platform.requests()?))).await
}

/// One handler for each thing a reviewer says of a case.
macro_rules! acts {
    ($($handler:ident($body:ty) => $method:ident),+ $(,)?) => {
        $(async fn $handler(
            _reviewer: Reviewer,
            State(desk): State<Desk>,
            Path(number): Path<String>,
            Json(body): Json<$body>,
        ) -> Result<Json<ReviewedCase>, Refused> {
            off_loop(move || Ok(Json(desk.platform.$method(&number, &body)?))).await
        })+
    };
}

acts! {
    step(ReviewStep) => review,
    begin_procedure(BeginProcedure) => begin_procedure,
    end_procedure(EndProcedure) => end_procedure,
    extend(ExtendLimit) => extend,
    ask_more(AskMore) => ask_more,
    issue_result(IssueResult) => issue_result,
    answer(AnswerRequest) => answer,
}
