//! The properties of the document, twice as the format wants it: as an information dictionary and as XMP. Both say the
//! same, in the language of the report.

use jiff::{Timestamp, tz::TimeZone};
use lopdf::{Dictionary, Stream, dictionary};

use super::object::text;
use crate::report::Report;

/// The information dictionary.
pub(super) fn information(report: &Report) -> Dictionary {
    let meta = &report.meta;
    let mut information = dictionary! {
        "Title" => text(&report.title),
        "Subject" => text(&meta.heading),
        "Creator" => text(&meta.program),
        "Producer" => text(&meta.program),
        "CreationDate" => text(&pdf_date(meta.printed_at)),
        "ModDate" => text(&pdf_date(meta.printed_at)),
    };
    if !meta.assessor.trim().is_empty() {
        information.set("Author", text(&meta.assessor));
    }
    information
}

/// The XMP packet, uncompressed so that programs find it without reading the file.
pub(super) fn metadata(report: &Report, identity: &[u8; 16]) -> Stream {
    let meta = &report.meta;
    let date = xmp_date(meta.printed_at);
    let author = match meta.assessor.trim() {
        "" => String::new(),
        author => format!("<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>\n", escaped(author)),
    };
    let packet = format!(
        r#"<?xpacket begin="{mark}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
{author}<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate><xmp:MetadataDate>{date}</xmp:MetadataDate>
<xmp:CreatorTool>{program}</xmp:CreatorTool><pdf:Producer>{program}</pdf:Producer>
<xmpMM:DocumentID>uuid:{id}</xmpMM:DocumentID>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part></rdf:Description>
{binding}{extensions}</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"#,
        mark = '\u{FEFF}',
        title = escaped(&report.title),
        subject = escaped(&meta.heading),
        language = escaped(&report.language),
        program = escaped(&meta.program),
        id = uuid(identity),
        binding = binding(report),
        extensions = extensions(),
    );
    let dictionary = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
    Stream::new(dictionary, packet.into_bytes()).with_compression(false)
}

/// Namespace of the properties that bind the pages to the assessment in the file.
pub(in crate::report) const NAMESPACE: &str = "https://github.com/writeback-readiness/writeback-readiness/ns/report/1/";

/// What is needed to print the same pages of the embedded assessment again, and the digest it must have.
fn binding(report: &Report) -> String {
    let Some(file) = &report.save_file else { return String::new() };
    format!(
        "<rdf:Description rdf:about=\"\" xmlns:wbr=\"{NAMESPACE}\"><wbr:digest>{}</wbr:digest>\
         <wbr:printedAt>{}</wbr:printedAt><wbr:zone>{}</wbr:zone><wbr:forSignature>{}</wbr:forSignature>\
         <wbr:leftOut>{}</wbr:leftOut><wbr:edition>{}</wbr:edition></rdf:Description>\n",
        escaped(&report.meta.digest),
        report.meta.printed_at,
        escaped(&file.zone),
        if file.for_signature { "True" } else { "False" },
        file.left_out.iter().map(|chapter| chapter.name()).collect::<Vec<_>>().join(" "),
        env!("READINESS_EDITION"),
    )
}

/// PDF/A wants every property described that it does not know itself.
fn extensions() -> String {
    let own = [
        ("digest", "Text", "SHA-256 of the embedded assessment"),
        ("printedAt", "Text", "Time for which the report speaks"),
        ("zone", "Text", "Time zone of the report"),
        ("forSignature", "Boolean", "Whether the report was made to be signed"),
        ("leftOut", "Text", "Chapters of the report that the pages leave out"),
        ("edition", "Text", "Edition of the program that laid out the pages"),
    ];
    let schemas = [
        schema("http://www.aiim.org/pdfua/ns/id/", "pdfuaid", "PDF/UA identification", &[("part", "Integer", "Part")]),
        schema(NAMESPACE, "wbr", "Writeback Readiness report", &own),
    ];
    format!(
        "<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" \
         xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" \
         xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\"><pdfaExtension:schemas><rdf:Bag>{}</rdf:Bag>\
         </pdfaExtension:schemas></rdf:Description>\n",
        schemas.concat()
    )
}

fn schema(namespace: &str, prefix: &str, about: &str, properties: &[(&str, &str, &str)]) -> String {
    let mut list = String::new();
    for (name, kind, about) in properties {
        list.push_str(&format!(
            "<rdf:li rdf:parseType=\"Resource\"><pdfaProperty:name>{name}</pdfaProperty:name>\
             <pdfaProperty:valueType>{kind}</pdfaProperty:valueType>\
             <pdfaProperty:category>internal</pdfaProperty:category>\
             <pdfaProperty:description>{about}</pdfaProperty:description></rdf:li>"
        ));
    }
    format!(
        "<rdf:li rdf:parseType=\"Resource\"><pdfaSchema:schema>{about}</pdfaSchema:schema>\
         <pdfaSchema:namespaceURI>{namespace}</pdfaSchema:namespaceURI><pdfaSchema:prefix>{prefix}</pdfaSchema:prefix>\
         <pdfaSchema:property><rdf:Seq>{list}</rdf:Seq></pdfaSchema:property></rdf:li>"
    )
}

/// Text inside of XML, without the control characters that XML cannot hold.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            c if c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}') => escaped.push(' '),
            c => escaped.push(c),
        }
    }
    escaped
}

/// A point in time as the file format writes it.
pub(in crate::report) fn pdf_date(time: Timestamp) -> String {
    let time = time.to_zoned(TimeZone::UTC);
    format!(
        "D:{:04}{:02}{:02}{:02}{:02}{:02}Z",
        time.year(),
        time.month(),
        time.day(),
        time.hour(),
        time.minute(),
        time.second()
    )
}

fn xmp_date(time: Timestamp) -> String {
    let time = time.to_zoned(TimeZone::UTC);
    format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z",
        time.year(),
        time.month(),
        time.day(),
        time.hour(),
        time.minute(),
        time.second()
    )
}

/// A UUID of version 8: made from a digest by a rule of our own.
fn uuid(identity: &[u8; 16]) -> String {
    let mut bytes = *identity;
    bytes[6] = (bytes[6] & 0x0F) | 0x80;
    bytes[8] = (bytes[8] & 0x3F) | 0x80;
    let digits: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{}-{}-{}-{}-{}", &digits[..8], &digits[8..12], &digits[12..16], &digits[16..20], &digits[20..])
}
