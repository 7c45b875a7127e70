//! The action plan as a workbook: who does what by when, every item, and what was accepted. Texts are written as texts,
//! so that nothing a server or a person said becomes a formula.

use jiff::{Timestamp, civil::Date};
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};
use thiserror::Error;

use super::{
    printable::printable,
    survey::{Placed, Survey},
};
use crate::{
    Words,
    assessment::{Assessment, Status},
    msg,
};

/// The most characters that a cell holds.
const LONGEST: usize = 32_767;

/// The workbook could not be put together.
#[derive(Debug, Error)]
#[error("the workbook could not be written: {0}")]
pub struct SpreadsheetError(#[from] XlsxError);

/// How cells look.
struct Looks {
    title: Format,
    head: Format,
    text: Format,
    strong: Format,
    day: Format,
    caption: Format,
}

impl Looks {
    fn new() -> Self {
        let cell = || Format::new().set_text_wrap().set_align(FormatAlign::Top).set_border_bottom(FormatBorder::Hair);
        Self {
            title: Format::new().set_bold().set_font_size(14),
            head: Format::new()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::VerticalCenter)
                .set_background_color(Color::RGB(0x00E8_EBF0))
                .set_border_bottom(FormatBorder::Thin),
            text: cell(),
            strong: cell().set_bold(),
            day: cell().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Left),
            caption: Format::new().set_font_color(Color::RGB(0x004A_515C)),
        }
    }
}

/// The workbook's bytes: sheets for the action plan, all items, and accepted exceptions.
///
/// # Errors
/// The library refuses; nothing that an assessment says leads to that.
pub fn spreadsheet(assessment: &Assessment, words: &Words, now: Timestamp) -> Result<Vec<u8>, SpreadsheetError> {
    let survey = Survey::new(assessment, words, now);
    let looks = Looks::new();
    let mut book = Workbook::new();
    let made = now.to_zoned(words.zone().clone()).datetime();
    let made = ExcelDateTime::from_ymd(
        u16::try_from(made.year()).unwrap_or(1900),
        u8::try_from(made.month()).unwrap_or(1),
        u8::try_from(made.day()).unwrap_or(1),
    )?;
    let title = survey.say(&msg!("report-document-title", organisation = organisation(&survey)));
    book.set_properties(&DocProperties::new().set_title(&title).set_creation_datetime(&made));
    plan(&survey, &looks, book.add_worksheet(), &title)?;
    items(&survey, &looks, book.add_worksheet())?;
    exceptions(&survey, &looks, book.add_worksheet())?;
    Ok(book.save_to_buffer()?)
}

fn organisation(survey: &Survey<'_>) -> String {
    match survey.assessment.subject.organisation.trim() {
        "" => survey.text("report-organisation-unnamed"),
        name => name.to_owned(),
    }
}

/// A sheet's name: no longer than 31 characters, and without the signs that formulas use.
fn name(sheet: &mut Worksheet, text: &str) -> Result<(), XlsxError> {
    let name: String = text.chars().filter(|c| !r"[]:*?/\'".contains(*c)).take(31).collect();
    sheet.set_name(name)?;
    Ok(())
}

fn head(sheet: &mut Worksheet, looks: &Looks, row: u32, columns: &[(String, f64)]) -> Result<(), XlsxError> {
    for (column, (title, width)) in (0..).zip(columns) {
        sheet.set_column_width(column, *width)?;
        sheet.write_string_with_format(row, column, title, &looks.head)?;
    }
    sheet.set_row_height(row, 24)?;
    sheet.set_freeze_panes(row + 1, 0)?;
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0).set_repeat_rows(row, row)?;
    Ok(())
}

fn text(sheet: &mut Worksheet, row: u32, column: u16, text: &str, look: &Format) -> Result<(), XlsxError> {
    let text: String = printable(text).chars().take(LONGEST).collect();
    sheet.write_string_with_format(row, column, text, look)?;
    Ok(())
}

fn day(sheet: &mut Worksheet, row: u32, column: u16, day: Option<Date>, looks: &Looks) -> Result<(), XlsxError> {
    let as_excel = day.and_then(|day| {
        let (year, month, of_month) =
            (u16::try_from(day.year()).ok()?, u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?);
        ExcelDateTime::from_ymd(year, month, of_month).ok()
    });
    match (as_excel, day) {
        (Some(day), _) => sheet.write_datetime_with_format(row, column, &day, &looks.day)?,
        // A year that the format does not know.
        (None, Some(day)) => sheet.write_string_with_format(row, column, day.to_string(), &looks.text)?,
        (None, None) => sheet.write_blank(row, column, &looks.day)?,
    };
    Ok(())
}

fn plan(survey: &Survey<'_>, looks: &Looks, sheet: &mut Worksheet, title: &str) -> Result<(), XlsxError> {
    name(sheet, &survey.text("report-action-plan"))?;
    text(sheet, 0, 0, title, &looks.title)?;
    let conclusion = format!("{}: {}", survey.conclusion_word(), survey.conclusion_sentence());
    text(sheet, 1, 0, &conclusion, &looks.caption)?;
    let digest = format!("{} {}", survey.text("report-digest"), survey.digest.short());
    let state = survey.words.list(&[survey.standing_words(), survey.day(survey.now), digest]);
    text(sheet, 2, 0, &state, &looks.caption)?;
    let column = |id: &str, width: f64| (survey.text(id), width);
    head(
        sheet,
        looks,
        4,
        &[
            column("report-column-number", 6.0),
            column("report-column-status", 16.0),
            column("report-column-action", 60.0),
            column("report-column-closes", 10.0),
            column("report-column-item", 40.0),
            column("report-column-owner", 22.0),
            column("report-column-due", 13.0),
            column("report-column-done", 10.0),
        ],
    )?;
    let (actions, not_run) = survey.actions();
    let mut row = 5;
    for (index, placed) in actions.iter().chain(&not_run).enumerate() {
        sheet.write_number_with_format(row, 0, (index + 1) as f64, &looks.strong)?;
        text(sheet, row, 1, &survey.text(placed.state.status.message_id()), &looks.text)?;
        text(sheet, row, 2, &survey.what_to_do(placed), &looks.text)?;
        text(sheet, row, 3, &placed.number, &looks.text)?;
        text(sheet, row, 4, &survey.title(placed), &looks.text)?;
        let task = survey.task(placed);
        text(sheet, row, 5, task.map_or("", |task| task.owner.trim()), &looks.text)?;
        day(sheet, row, 6, task.and_then(|task| task.due), looks)?;
        text(sheet, row, 7, "", &looks.text)?;
        row += 1;
    }
    if row == 5 {
        text(sheet, row, 0, &survey.text("report-nothing-to-do"), &looks.caption)?;
    } else {
        sheet.autofilter(4, 0, row - 1, 7)?;
    }
    Ok(())
}

fn items(survey: &Survey<'_>, looks: &Looks, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    name(sheet, &survey.text("report-all-items"))?;
    let column = |id: &str, width: f64| (survey.text(id), width);
    head(
        sheet,
        looks,
        0,
        &[
            column("report-column-number", 8.0),
            column("report-column-status", 16.0),
            column("report-column-item", 44.0),
            column("report-column-section", 28.0),
            column("report-column-finding", 70.0),
            column("report-measured-from", 26.0),
            column("report-column-owner", 22.0),
            column("report-column-due", 13.0),
        ],
    )?;
    let mut row = 1;
    for placed in &survey.items {
        text(sheet, row, 0, &placed.number, &looks.strong)?;
        text(sheet, row, 1, &survey.text(placed.state.status.message_id()), &looks.text)?;
        text(sheet, row, 2, &survey.title(placed), &looks.text)?;
        text(sheet, row, 3, &survey.words.section_title(placed.section), &looks.text)?;
        text(sheet, row, 4, &survey.sentence(placed), &looks.text)?;
        text(sheet, row, 5, &survey.measured_from(placed).unwrap_or_default(), &looks.text)?;
        let task = survey.task(placed);
        text(sheet, row, 6, task.map_or("", |task| task.owner.trim()), &looks.text)?;
        day(sheet, row, 7, task.and_then(|task| task.due), looks)?;
        row += 1;
    }
    if row > 1 {
        sheet.autofilter(0, 0, row - 1, 7)?;
    }
    Ok(())
}

fn exceptions(survey: &Survey<'_>, looks: &Looks, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    name(sheet, &survey.text("report-accepted-exceptions"))?;
    let column = |id: &str, width: f64| (survey.text(id), width);
    head(
        sheet,
        looks,
        0,
        &[
            column("report-column-number", 8.0),
            column("report-column-item", 44.0),
            column("report-original-finding", 20.0),
            column("report-why-accepted", 60.0),
            column("report-column-owner", 22.0),
            column("report-column-until", 13.0),
        ],
    )?;
    let excepted: Vec<&Placed<'_>> = survey.at(&[Status::Excepted]);
    for (row, placed) in (1..).zip(excepted) {
        let Some(exception) = placed.state.exception else { continue };
        text(sheet, row, 0, &placed.number, &looks.strong)?;
        text(sheet, row, 1, &survey.title(placed), &looks.text)?;
        text(sheet, row, 2, &survey.text(placed.state.original.message_id()), &looks.text)?;
        text(sheet, row, 3, &exception.why, &looks.text)?;
        text(sheet, row, 4, &exception.who, &looks.text)?;
        day(sheet, row, 5, Some(exception.until), looks)?;
    }
    Ok(())
}
