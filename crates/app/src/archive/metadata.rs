//! 元数据: whose case it was, what was applied for, the days that bind, and every part by name, length
//! and digests.

use std::{collections::BTreeSet, fmt::Display};

use yichuang_domain::{HandIn, IdKind, Person};
use yichuang_wire::payload::{Payload, SigningWay};

use super::{
    SPACE,
    closed::{ClosedFile, place},
    moments::moments,
    parts::Part,
    xml::Xml,
};
use crate::clock::stamp;

/// How a line stands that nobody handed in.
const OWED: &str = "未交";

/// The part, as XML.
pub(super) fn metadata(closed: &ClosedFile, parts: &[Part]) -> Vec<u8> {
    let mut xml = Xml::new();
    let number = closed.case.number.to_string();
    let on = closed.archived.on.to_string();
    xml.open(
        "归档包",
        &[("xmlns", SPACE), ("受理号", &number), ("归档日期", &on)],
    );
    case(&mut xml, closed);
    people(&mut xml, closed);
    fields(&mut xml, closed);
    materials(&mut xml, closed);
    days(&mut xml, closed);
    results(&mut xml, closed);
    closing(&mut xml, closed);
    listed(&mut xml, parts);
    xml.finish()
}

fn case(xml: &mut Xml, closed: &ClosedFile) {
    let received = &closed.received;
    let matter = &received.matter;
    xml.open("办件", &[]);
    xml.known("上级受理号", closed.platform_number());
    let whole = received.chain.as_ref().map(|part| part.whole.to_string());
    xml.known("总号", whole.as_deref());
    let sample = if matter.sample { "是" } else { "否" };
    let attributes = [
        ("编码", matter.code.to_string()),
        ("目录包版本", matter.pack_version.to_string()),
        ("SHA-256", matter.sha256.to_string()),
        ("样例", sample.to_owned()),
    ];
    leaf(xml, "事项", &attributes, &matter.name);
    xml.leaf("办理部门", &[], &matter.department);
    let point = &received.point;
    let attributes = [
        ("编码", point.id.clone()),
        ("区划", point.region.clone()),
        ("窗口", received.window.clone()),
        ("终端", closed.case.terminal.to_string()),
    ];
    leaf(xml, "收件地点", &attributes, &point.name);
    xml.close();
}

fn people(xml: &mut Xml, closed: &ClosedFile) {
    let received = &closed.received;
    let kind = match received.applicant.id.kind() {
        IdKind::Uscc => "法人或其他组织",
        _ => "自然人",
    };
    xml.open("申请人", &[("类型", kind)]);
    person(xml, &received.applicant);
    xml.close();
    if let Some(agent) = &received.agent {
        xml.open("代办人", &[("关系", &agent.relation)]);
        person(xml, &agent.person);
        xml.close();
    }
}

fn person(xml: &mut Xml, person: &Person) {
    xml.leaf("姓名", &[], &person.name);
    xml.leaf(
        "证件",
        &[("类型", person.id.kind().label())],
        person.id.reveal(),
    );
    xml.known("电话", person.phone.as_ref().map(|phone| phone.reveal()));
    xml.known("住址", person.address.as_deref());
    xml.leaf("身份核验", &[], person.verified.label());
}

/// The form as it stood at the end; the people have their own elements.
fn fields(xml: &mut Xml, closed: &ClosedFile) {
    xml.open("申请内容", &[]);
    for field in &closed.fields {
        if let Some(key) = field.key.strip_prefix("form.") {
            xml.leaf("项", &[("键", key), ("名称", &field.label)], &field.value);
        }
    }
    xml.close();
}

/// Every line of the list as it was settled at the end, with pages or without, then the signed papers.
fn materials(xml: &mut Xml, closed: &ClosedFile) {
    let received = &closed.received;
    xml.open("申请材料", &[]);
    for line in &received.materials {
        let how = line.how.map_or(OWED, HandIn::label);
        let mut attributes = vec![
            ("编码", line.id.clone()),
            ("方式", how.to_owned()),
            ("页面", line.files.len().to_string()),
        ];
        attributes.extend(line.because.clone().map(|why| ("依据", why)));
        attributes.extend(line.certificate.clone().map(|number| ("证照编号", number)));
        leaf(xml, "材料", &attributes, &line.name);
    }
    // What was signed when it was accepted later stands in that entry.
    let later = closed
        .timeline
        .iter()
        .flat_map(|entry| match &entry.payload {
            Some(Payload::Accepted(accepted)) => accepted.signed.as_slice(),
            _ => &[],
        });
    for paper in received.signed.iter().chain(later) {
        let attributes = [
            ("编码", paper.document.clone()),
            ("方式", signed(paper.how).to_owned()),
            ("页面", paper.files.len().to_string()),
        ];
        leaf(xml, "签字文书", &attributes, &paper.title);
    }
    xml.close();
}

const fn signed(how: SigningWay) -> &'static str {
    match how {
        SigningWay::Photographed => "纸上签，已拍照",
        SigningWay::OnPaper => "纸上签，存柜台",
        SigningWay::ReadAloud => "宣读后纸上签",
        SigningWay::OnScreen => "屏上签",
    }
}

fn days(xml: &mut Xml, closed: &ClosedFile) {
    xml.open("环节", &[]);
    for moment in moments(&closed.timeline) {
        let attributes = [
            ("名称", moment.name.to_owned()),
            ("日期", moment.on.to_string()),
            ("经办", moment.by.to_owned()),
            ("记录时间", stamp(moment.entry.header.at)),
            ("终端", place(moment.entry)),
            ("散列", moment.entry.hash.to_string()),
        ];
        leaf(xml, "环", &attributes, &moment.result);
    }
    xml.close();
}

/// What the department issued, and what was handed over where its entries do not say.
fn results(xml: &mut Xml, closed: &ClosedFile) {
    let documents = closed
        .timeline
        .iter()
        .flat_map(|entry| match &entry.payload {
            Some(Payload::ResultIssued(issued)) => issued.documents.as_slice(),
            Some(Payload::Delivered(delivered)) => delivered.documents.as_slice(),
            _ => &[],
        });
    let mut seen = BTreeSet::new();
    xml.open("结果文书", &[]);
    for document in documents.filter(|document| seen.insert(document.id)) {
        let mut attributes = vec![("类别", document.what.label().to_owned())];
        attributes.extend(document.document_no.clone().map(|number| ("编号", number)));
        attributes.extend(
            document
                .valid_until
                .map(|day| ("有效期至", day.to_string())),
        );
        leaf(xml, "结果", &attributes, &document.name);
    }
    xml.close();
}

fn closing(xml: &mut Xml, closed: &ClosedFile) {
    let archived = &closed.archived;
    let attributes = [
        ("日期", archived.on.to_string()),
        ("经办", archived.clerk.clone()),
        ("记录数", archived.entries.to_string()),
        ("散列", closed.closing().to_string()),
    ];
    leaf(xml, "归档", &attributes, "");
}

fn listed(xml: &mut Xml, parts: &[Part]) {
    xml.open("部件", &[("数", &parts.len().to_string())]);
    for part in parts {
        let mut attributes = vec![
            ("路径", part.path.clone()),
            ("媒体类型", part.is.media_type.clone()),
            ("字节数", part.length.to_string()),
            ("SHA-256", part.sha256.to_string()),
            ("SM3", part.sm3.to_string()),
        ];
        attributes.extend(
            part.is
                .level
                .map(|level| ("可信等级", level.label().to_owned())),
        );
        attributes.extend(part.is.name.clone().map(|name| ("原文件名", name)));
        attributes.extend(part.is.entry.map(|entry| ("来源记录", entry.to_string())));
        if let (Some(named), Some(same)) = (part.is.named, part.as_named()) {
            attributes.push(("归档时SHA-256", named.to_string()));
            attributes.push(("与归档时一致", if same { "是" } else { "否" }.to_owned()));
        }
        leaf(xml, "件", &attributes, &part.is.title);
    }
    xml.close();
}

fn leaf<V: Display>(xml: &mut Xml, name: &str, attributes: &[(&str, V)], text: &str) {
    let values: Vec<_> = attributes
        .iter()
        .map(|(name, value)| (*name, value.to_string()))
        .collect();
    let attributes: Vec<_> = values
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    xml.leaf(name, &attributes, text);
}

#[cfg(test)]
mod tests {
    use yichuang_wire::{Hash, sha256};

    use super::{super::read, *};
    use crate::archive::parts::Package;

    #[test]
    fn a_paper_made_anew_that_differs_is_said_to() {
        let bytes = b"%PDF-1.7 sample";
        let mut package = Package::new(Vec::new());
        package.paper("受理通知书", sha256(bytes), bytes).unwrap();
        package.paper("送达回证", Hash([7; 32]), bytes).unwrap();
        let mut xml = Xml::new();
        let root = [
            ("xmlns", SPACE),
            ("受理号", "QS03-1"),
            ("归档日期", "2026-11-23"),
        ];
        xml.open("归档包", &root);
        listed(&mut xml, &package.parts);
        let read = read::metadata(&xml.finish()).unwrap();
        let told: Vec<_> = read
            .parts
            .iter()
            .map(|part| (part.path.as_str(), part.made_anew))
            .collect();
        assert_eq!(
            told,
            [
                ("文书/01-受理通知书.pdf", false),
                ("文书/02-送达回证.pdf", true)
            ]
        );
        assert_eq!(
            read.parts[1].sha256,
            sha256(bytes),
            "the digest is the part's own"
        );
    }
}
