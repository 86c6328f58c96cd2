//! What a paper says, line by line. How many spaces a reader sees between two columns is no part of it.

/// As it is committed: no white space at the ends of lines or of the file.
pub(crate) fn tidy(text: &str) -> String {
    let lines: Vec<_> = text.lines().map(str::trim_end).collect();
    format!("{}\n", lines.join("\n").trim_end())
}

/// The first line that differs; none when both say the same.
pub(crate) fn difference(kept: &str, taken: &str) -> Option<String> {
    let (kept, taken) = (words(kept), words(taken));
    let lines = kept.len().max(taken.len());
    let at = (0..lines).find(|&at| kept.get(at) != taken.get(at))?;
    let line = |lines: &[String]| lines.get(at).cloned().unwrap_or_default();
    Some(format!(
        "line {} said {:?}, says {:?}",
        at + 1,
        line(&kept),
        line(&taken)
    ))
}

fn words(text: &str) -> Vec<String> {
    let lines = text.lines().map(|line| {
        let words: Vec<_> = line.split_whitespace().collect();
        words.join(" ")
    });
    lines.filter(|line| !line.is_empty()).collect()
}
