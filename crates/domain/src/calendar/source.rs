//! Reading `holidays.json`.

use super::Calendar;
use crate::catalogue::{CatalogueProblem, Inspection, codes, decode};
use chrono::{Datelike, NaiveDate, Weekday};
use serde::Deserialize;

const MAX_BYTES: usize = 256 * 1024;
const MAX_YEARS: usize = 60;
const MAX_DATES: usize = 120;

/// One published year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarYear {
    /// The year.
    pub year: i32,
    /// Days off, weekends inside holidays included.
    pub off: Vec<NaiveDate>,
    /// Saturdays and Sundays worked instead.
    pub work: Vec<NaiveDate>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HolidayFile {
    #[serde(rename = "note")]
    _note: String,
    years: Vec<HolidayYear>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HolidayYear {
    year: i32,
    #[serde(rename = "source")]
    _source: Source,
    holidays: Vec<Holiday>,
    all_holidays: Vec<NaiveDate>,
    all_make_up_workdays: Vec<NaiveDate>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Source {
    #[serde(rename = "title")]
    _title: String,
    #[serde(rename = "document_no")]
    _document_no: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Holiday {
    name: String,
    dates: Vec<NaiveDate>,
    make_up_workdays: Vec<NaiveDate>,
}

impl Calendar {
    /// Reads the holiday file of a catalogue pack.
    ///
    /// # Errors
    /// The first problem: size, form, a date outside its year, a make-up day that is not a
    /// weekend day, a day both off and worked, or a named holiday missing from the list.
    pub fn parse(holidays_json: &[u8]) -> Result<Self, CatalogueProblem> {
        let file: HolidayFile = decode(holidays_json, MAX_BYTES)?;
        let mut inspection = Inspection::new();
        inspection.count("years", file.years.len(), MAX_YEARS);
        for (at, year) in file.years.iter().enumerate() {
            check_year(&mut inspection, at, year);
        }
        let years = file.years.into_iter().map(|year| CalendarYear {
            year: year.year,
            off: year.all_holidays,
            work: year.all_make_up_workdays,
        });
        inspection
            .first_problem()
            .map_or_else(|| Ok(Self::from_years(years)), Err)
    }
}

fn check_year(inspection: &mut Inspection, at: usize, year: &HolidayYear) {
    let section = format!("years[{at}]");
    inspection.count(&section, year.all_holidays.len(), MAX_DATES);
    inspection.count(&section, year.all_make_up_workdays.len(), MAX_DATES);
    let mut refuse = |text: String| inspection.found(codes::CALENDAR, &section, text);
    if !(1949..=2200).contains(&year.year) {
        refuse(format!("{}不是可用的年份", year.year));
    }
    for day in year.all_holidays.iter().chain(&year.all_make_up_workdays) {
        if day.year() != year.year {
            refuse(format!("{day}不在{}年", year.year));
        }
    }
    for day in &year.all_make_up_workdays {
        if !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) {
            refuse(format!("{day}不是周末，不能是调休上班日"));
        }
        if year.all_holidays.contains(day) {
            refuse(format!("{day}既放假又上班"));
        }
    }
    for holiday in &year.holidays {
        let listed = holiday
            .dates
            .iter()
            .all(|day| year.all_holidays.contains(day))
            && holiday
                .make_up_workdays
                .iter()
                .all(|day| year.all_make_up_workdays.contains(day));
        if !listed {
            refuse(format!("“{}”的日期不在汇总里", holiday.name));
        }
    }
}
