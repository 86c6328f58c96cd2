//! Use-cases, one verb a file; roles; interface types; error codes; the command table.
