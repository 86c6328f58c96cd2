//! Service points (服务点): where people go.
//!
//! Owns the reading of `service_points.json`.

use crate::catalogue::{CatalogueProblem, Inspection, codes, decode};
use crate::id::MatterCode;
use crate::matter::{Level, MAX_NAME_CHARS};
use crate::region;
use serde::{Deserialize, Serialize};

const MAX_BYTES: usize = 16 * 1024 * 1024;
const MAX_POINTS: usize = 20_000;
const MAX_SERVICES: usize = 5_000;
const MAX_WINDOWS: usize = 100;

/// One service point.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Point {
    /// Key.
    pub id: String,
    /// Region, twelve digits.
    pub region_code: String,
    /// Name.
    pub name: String,
    /// Level.
    pub level: Level,
    /// Address.
    pub address: String,
    /// Office hours.
    pub hours: String,
    /// Telephone, as published.
    pub phone: String,
    /// Remark on the telephone.
    pub phone_note: String,
    /// Latitude, WGS-84 degrees.
    pub lat: f64,
    /// Longitude, WGS-84 degrees.
    pub lon: f64,
    /// Remark on the position.
    pub coord_note: String,
    /// Kinds of windows.
    pub windows: Vec<String>,
    /// Whether a kiosk stands there.
    pub self_service: bool,
    /// Matters handled there.
    pub services: Vec<MatterCode>,
    /// Whether this is sample data.
    pub is_sample: bool,
}

impl Point {
    /// Reads the whole file of service points.
    ///
    /// # Errors
    /// All problems found.
    pub fn parse_all(json: &[u8]) -> Result<Vec<Self>, Vec<CatalogueProblem>> {
        let points: Vec<Self> = decode(json, MAX_BYTES).map_err(|problem| vec![problem])?;
        let mut inspection = Inspection::new();
        inspection.count("points", points.len(), MAX_POINTS);
        inspection.unique("points", points.iter().map(|point| point.id.as_str()));
        for (at, point) in points.iter().enumerate() {
            check_point(&mut inspection, &format!("points[{at}]"), point);
        }
        inspection.finish(points)
    }
}

fn check_point(inspection: &mut Inspection, section: &str, point: &Point) {
    let shaped = (1..=40).contains(&point.id.len())
        && point
            .id
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'-');
    if !shaped {
        inspection.found(
            codes::BAD_CODE,
            section,
            "服务点编号须为1—40个字母、数字或连字符",
        );
    }
    if !region::is_code(&point.region_code) {
        inspection.found(codes::BAD_CODE, section, "区划代码须为12位数字");
    }
    inspection.required(section, &point.name, MAX_NAME_CHARS);
    let texts = [
        &point.address,
        &point.hours,
        &point.phone,
        &point.phone_note,
        &point.coord_note,
    ];
    for text in texts {
        inspection.text(section, text, MAX_NAME_CHARS);
    }
    inspection.count(section, point.windows.len(), MAX_WINDOWS);
    inspection.texts(section, &point.windows, MAX_NAME_CHARS);
    inspection.count(section, point.services.len(), MAX_SERVICES);
    if !(-90.0..=90.0).contains(&point.lat) || !(-180.0..=180.0).contains(&point.lon) {
        inspection.found(codes::BAD_CODE, section, "坐标不在地球上");
    }
}
