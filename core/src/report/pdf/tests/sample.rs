//! A report by hand, with every kind of block, in either language: short enough to read, long enough for contents.

use jiff::Timestamp;

use crate::{
    assessment::{Conclusion, Role, Standing, Status},
    checklist::Weight,
    report::*,
};

/// Says English or Chinese.
pub(super) struct Say(pub(super) bool);

impl Say {
    fn say(&self, en: &str, zh: &str) -> String {
        if self.0 { zh.to_owned() } else { en.to_owned() }
    }

    fn text(&self, en: &str, zh: &str) -> Text {
        Text::plain(self.say(en, zh))
    }

    fn mark(&self, status: Status) -> Mark {
        let (en, zh) = match status {
            Status::Pass => ("Pass", "通过"),
            Status::Warn => ("Warning", "警告"),
            Status::Fail => ("Failed", "未通过"),
            Status::CouldNotCheck => ("Could not check", "无法检查"),
            Status::NeedsYou => ("Needs you", "待您确认"),
            Status::Excepted => ("Excepted", "例外"),
            Status::NotApplicable => ("Not applicable", "不适用"),
            Status::NotRun => ("Not run", "未运行"),
            Status::Information => ("Information", "信息"),
        };
        Mark { status, word: self.say(en, zh) }
    }

    fn row(&self, key: (&str, &str), value: &str) -> KeyValue {
        KeyValue { key: self.say(key.0, key.1), value: Text::plain(value) }
    }

    fn columns(&self, columns: &[(ColumnRole, &str, &str)]) -> Vec<Column> {
        columns.iter().map(|(role, en, zh)| Column { role: *role, title: self.say(en, zh) }).collect()
    }
}

/// The sections with their items: number, id, title, status.
const ITEMS: [(&str, &str, &str, &str, Status); 12] = [
    ("1.1", "configuration.a", "Password writeback is turned on", "已启用密码写回", Status::Pass),
    ("1.2", "configuration.b", "Connector account has its rights", "连接器帐户拥有所需权限", Status::Fail),
    ("1.3", "configuration.c", "Minimum password age is 0", "密码最短使用期限为0", Status::CouldNotCheck),
    ("1.4", "configuration.d", "Reset is enabled for the right people", "已为正确的人员启用重置", Status::NeedsYou),
    (
        "1.5",
        "configuration.e",
        "Domain controllers run a supported version",
        "域控制器运行受支持的版本",
        Status::Excepted,
    ),
    ("1.6", "configuration.f", "Users have a licence", "用户拥有许可证", Status::Pass),
    ("2.1", "connectivity.a", "Entra Connect is in support", "Entra Connect在支持期内", Status::Pass),
    ("2.2", "connectivity.b", "Service Bus relay answers", "Service Bus中继有应答", Status::Fail),
    ("2.3", "connectivity.c", "Idle connections stay open 3 minutes", "空闲连接保持打开3分钟", Status::Warn),
    ("2.4", "connectivity.d", "Clocks agree", "时钟一致", Status::Pass),
    ("2.5", "connectivity.e", "TLS is not inspected", "TLS未被检查", Status::NotApplicable),
    ("2.6", "connectivity.f", "Heartbeat is recent", "心跳是最近的", Status::NotRun),
];

/// The report. `organisation` is printed in many places, so that a hostile one is met everywhere.
pub(super) fn report(zh: bool, organisation: &str) -> Report {
    let s = Say(zh);
    let digest = "9f2c41ab77e05d13c8a40b6e92f133d72b58e6c014fd8a3970b2d95e41c706ae".to_owned();
    let printed_at: Timestamp = "2026-11-22T13:05:00Z".parse().unwrap();
    Report {
        language: s.say("en", "zh-CN"),
        title: format!("{}: {organisation}", s.say("Password writeback readiness", "密码写回就绪情况")),
        meta: Meta {
            heading: s.say("Password writeback readiness", "密码写回就绪情况"),
            organisation: organisation.to_owned(),
            assessor: s.say("Northwind Consulting", "林悦，Northwind咨询"),
            standing: Standing::Draft,
            standing_words: s.say("Draft, not signed off", "草稿，尚未签核"),
            mark: Some(s.say("DRAFT", "草稿")),
            digest_label: s.say("Digest", "校验摘要"),
            digest,
            contents_title: s.say("Contents", "目录"),
            page_pattern: s.say("Page {n} of {m}", "第{n}页，共{m}页"),
            in_full_elsewhere: s.say("in full in the embedded file", "完整内容见嵌入的文件"),
            program: "Writeback Readiness 0.1.0".to_owned(),
            created_at: printed_at,
            printed_at,
            zone: s.say("Times are in UTC.", "时间为UTC。"),
        },
        parts: vec![
            cover(&s, organisation),
            summary(&s),
            section(&s, "1", s.say("Configuring password writeback", "配置密码写回")),
            section(&s, "2", s.say("Password writeback connectivity", "密码写回连接")),
            action_plan(&s),
            evidence(&s),
            sign_off(&s),
        ],
        files: Vec::new(),
        letterhead: None,
        save_file: None,
    }
}

fn item(id: &str) -> Link {
    Link::Item(id.parse().unwrap())
}

fn cover(s: &Say, organisation: &str) -> Part {
    let why = Table {
        kind: TableKind::Why,
        columns: s.columns(&[
            (ColumnRole::Icon, "", ""),
            (ColumnRole::Name, "Reason", "原因"),
            (ColumnRole::Finding, "What was seen", "看到的情况"),
            (ColumnRole::Page, "Page", "页"),
        ]),
        rows: (ITEMS.iter().filter(|item| !item.4.is_settled()))
            .map(|(_, id, en, zh, status)| {
                Row::cells(vec![
                    Cell::Status(s.mark(*status)),
                    Cell::plain(s.say(en, zh)),
                    Cell::Text(s.text("The proxy asks for credentials (407)", "代理要求提供凭据（407）")),
                    Cell::Page(item(id)),
                ])
            })
            .collect(),
    };
    let cover = Cover {
        kicker: s.say("Password writeback readiness", "密码写回就绪情况报告"),
        organisation: organisation.to_owned(),
        assessor: "Northwind Consulting".to_owned(),
        contact: Vec::new(),
        customer: Vec::new(),
        logo: None,
        state: s.say("Draft, not signed off", "草稿，尚未签核"),
        date: s.say("22 Nov 2026", "2026年11月22日"),
        conclusion: Conclusion::NotReady,
        tone: Status::Fail,
        conclusion_word: s.say("Not ready", "未就绪"),
        sentence: s.say(
            "2 requirements failed, 1 could not be checked, 1 waits for a person.",
            "2项要求未通过，1项无法检查，1项等待人员确认。",
        ),
        why_title: s.say("Why", "依据"),
        why,
        about_title: s.say("About this assessment", "关于本次评估"),
        about: vec![
            s.row(("Customer", "客户"), organisation),
            s.row(("Tenant", "租户"), "contoso.onmicrosoft.com"),
            s.row(("Forest", "林"), "contoso.local"),
            s.row(("Sync server", "同步服务器"), "SYNC01"),
        ],
        about_data: vec![
            s.row(("Seen", "查看时间"), "20 - 22 Nov 2026"),
            s.row(("Checklist", "检查表"), "password-writeback 1.2"),
            s.row(("Program", "程序"), "Writeback Readiness 0.1.0"),
        ],
        signatures: vec![CoverSignature {
            caption: s.say("Assessor", "评估人签名"), text: "Lin Yue 林悦".to_owned()
        }],
    };
    Part { id: PartId::Cover, title: s.say("Cover", "封面"), blocks: vec![Block::Cover(Box::new(cover))] }
}

fn summary(s: &Say) -> Part {
    let statuses = [
        Status::Pass,
        Status::Excepted,
        Status::Warn,
        Status::Fail,
        Status::CouldNotCheck,
        Status::NeedsYou,
        Status::NotRun,
        Status::NotApplicable,
    ];
    let count = |section: &str| -> Vec<usize> {
        (statuses.iter())
            .map(|status| ITEMS.iter().filter(|item| item.0.starts_with(section) && item.4 == *status).count())
            .collect()
    };
    let row = |number: &str, en: &str, zh: &str| {
        let counts = count(number);
        MatrixRow { number: number.to_owned(), title: s.say(en, zh), all: counts.iter().sum(), counts }
    };
    let matrix = Matrix {
        section_title: Column { role: ColumnRole::Name, title: s.say("Section", "部分") },
        columns: statuses.iter().map(|status| s.mark(*status)).collect(),
        all_title: s.say("All", "全部"),
        rows: vec![
            row("1", "Configuring password writeback", "配置密码写回"),
            row("2", "Password writeback connectivity", "密码写回连接"),
        ],
        total: row("", "All", "全部"),
        share_caption: s.say("Share of all 12 items, in the order of the table.", "全部12项的占比，按表格顺序。"),
    };
    let all = Table {
        kind: TableKind::AllItems,
        columns: s.columns(&[
            (ColumnRole::Number, "No.", "编号"),
            (ColumnRole::Status, "Verdict", "判定"),
            (ColumnRole::Name, "Item", "检查项"),
            (ColumnRole::From, "Measured from", "测量位置"),
        ]),
        rows: (ITEMS.iter())
            .map(|(number, id, en, zh, status)| {
                Row::cells(vec![
                    Cell::Text(Text::link(*number, item(id))),
                    Cell::Status(s.mark(*status)),
                    Cell::plain(s.say(en, zh)),
                    Cell::plain("SYNC01"),
                ])
            })
            .collect(),
    };
    Part {
        id: PartId::Summary,
        title: s.say("Summary", "概要"),
        blocks: vec![
            Block::Heading(1, s.say("Summary", "概要")),
            Block::Paragraph(s.text(
                "12 items count. Failed, could not check, needs you and not run keep the verdict from Ready.",
                "共有12项计入。未通过、无法检查、待您确认和未运行都会使结论不能为“就绪”。警告不会。",
            )),
            Block::Matrix(matrix),
            Block::Heading(2, s.say("All items", "所有检查项")),
            Block::Table(all),
        ],
    }
}

fn section(s: &Say, number: &str, title: String) -> Part {
    let title = format!("{number} {title}");
    let blocks = (ITEMS.iter().filter(|item| item.0.starts_with(number)))
        .map(|(number, id, en, zh, status)| {
            let head = ItemHead {
                section: title.clone(),
                id: id.parse().unwrap(),
                number: (*number).to_owned(),
                title: s.say(en, zh),
                mark: s.mark(*status),
                weight: Weight::Required,
                meta: vec![
                    s.say("Required", "必需"),
                    (*id).to_owned(),
                    s.say("measured from SYNC01 (sync server)", "测量位置：SYNC01（同步服务器）"),
                    s.say("20 Nov 2026, 14:02", "2026年11月20日14:02"),
                ],
            };
            let compact = status.is_settled();
            let blocks = if compact { short(s) } else { long(s) };
            Block::Item(Box::new(Item { head, compact, blocks }))
        })
        .collect();
    Part { id: PartId::Section(format!("section-{number}")), title, blocks }
}

fn short(s: &Say) -> Vec<Block> {
    vec![
        Block::Paragraph(
            s.text("SYNC01 runs 2.6.92.0, which is in support until 2027.", "SYNC01运行2.6.92.0，支持期到2027年。"),
        ),
        Block::Table(Table {
            kind: TableKind::Rests,
            columns: s
                .columns(&[(ColumnRole::LookedAt, "Looked at", "查看的内容"), (ColumnRole::Finding, "Seen", "看到")]),
            rows: vec![
                Row::cells(vec![Cell::plain("Entra Connect"), Cell::plain("2.6.92.0")]),
                Row::cells(vec![
                    Cell::plain("sync-server-01.corp.contoso.local"),
                    Cell::Text(Text::code("HKLM\\SOFTWARE")),
                ]),
            ],
        }),
    ]
}

fn long(s: &Say) -> Vec<Block> {
    let step = |mark, en: &str, zh: &str, took: &str, detail: &str| TimelineStep {
        mark,
        mark_word: s.say("done", "完成"),
        name: s.say(en, zh),
        took: took.to_owned(),
        detail: detail.to_owned(),
    };
    let seen = Table {
        kind: TableKind::Seen,
        columns: s.columns(&[
            (ColumnRole::Number, "No.", "编号"),
            (ColumnRole::Time, "Time", "时间"),
            (ColumnRole::From, "From", "测量位置"),
            (ColumnRole::LookedAt, "Looked at", "查看的内容"),
            (ColumnRole::Finding, "Seen", "看到"),
            (ColumnRole::Took, "Took", "用时"),
        ]),
        rows: (0..4)
            .map(|n| {
                Row::cells(vec![
                    Cell::Text(Text::link(format!("E-{n:03}"), Link::Evidence(format!("E-{n:03}")))),
                    Cell::plain("14:02:11"),
                    Cell::plain("SYNC01"),
                    Cell::plain("CONNECT ssprdedicatedsbprodncu.servicebus.windows.net:443"),
                    Cell::Text(s.text("407 Proxy Authentication Required", "407，代理要求身份验证")),
                    Cell::plain("41 ms"),
                ])
            })
            .collect(),
    };
    let lane = |label: &str, planned_s, lived_s, mark| IdleLane {
        label: label.to_owned(),
        planned_s,
        lived_s,
        mark,
        outcome: s.say("still carried a request", "仍可传送请求"),
    };
    vec![
        Block::Paragraph(
            Text::strong(s.say("The proxy answered in place of the relay. ", "代理代替中继作出了应答。")).and(
                Look::Plain,
                s.say(
                    "proxy01.contoso.local:8080 asked for credentials (HTTP 407), and the sync service sends none.",
                    "proxy01.contoso.local:8080要求提供凭据（HTTP 407），而同步服务不发送凭据，因此密码写回无法打开其通道。“错误32002”会一直出现。",
                ),
            ),
        ),
        Block::Heading(2, s.say("What was seen", "看到的情况")),
        Block::Timeline(Timeline {
            caption: "ssprdedicatedsbprodncu.servicebus.windows.net:443".to_owned(),
            steps: vec![
                step(StepMark::Done, "Name", "名称", "12 ms", "10.20.0.8"),
                step(StepMark::Done, "TCP", "TCP", "3 ms", "port 8080"),
                step(StepMark::Broke, "Proxy", "代理", "41 ms", "407"),
                step(StepMark::NotReached, "TLS", "TLS", "", ""),
                step(StepMark::NotReached, "HTTP", "HTTP", "", "401"),
            ],
        }),
        Block::IdleLanes(IdleLanes {
            caption: "SYNC01".to_owned(),
            lanes: vec![
                lane("60 s", 60, 60, StepMark::Done),
                lane("180 s", 180, 95, StepMark::Broke),
                lane("360 s", 360, 0, StepMark::NotReached),
            ],
        }),
        Block::RightWalk(RightWalk {
            caption: "CONTOSO\\MSOL_1".to_owned(),
            rights: vec![
                (StepMark::Done, s.say("Reset password", "重置密码"), "DC=contoso,DC=local".to_owned()),
                (StepMark::Broke, "Write lockoutTime".to_owned(), "OU=Blocked,DC=contoso,DC=local".to_owned()),
            ],
        }),
        Block::Certificates(Certificates {
            caption: "*.servicebus.windows.net".to_owned(),
            chain: vec![
                ("CN=*.servicebus.windows.net".to_owned(), "2026 - 2027".to_owned()),
                ("Microsoft Azure RSA TLS Issuing CA 03".to_owned(), "2023 - 2028".to_owned()),
            ],
        }),
        Block::Table(seen),
        Block::Heading(2, s.say("How to fix it", "如何修复")),
        Block::Steps(vec![
            Step { text: s.text("Let SYNC01 through.", "允许SYNC01通过。"), code: None, link: None },
            Step {
                text: s.text("Restart the service, then run this item again.", "重新启动服务，然后再次运行此检查项。"),
                code: Some("Restart-Service ADSync\nGet-Service ADSync".to_owned()),
                link: Some("https://learn.microsoft.com/entra/identity/authentication/troubleshoot-sspr-writeback".to_owned()),
            },
        ]),
        Block::Comparison(Comparison {
            article_title: s.say("The article, August 2021", "文章，2021年8月"),
            article: Text::plain(s.say("Outbound HTTPS to ", "出站HTTPS到")).and(Look::Code, "servicebus.windows.networks"),
            today_title: s.say("Today's document", "现行文档"),
            today: Text::code("*.servicebus.windows.net"),
            documents: vec![Text::link("learn.microsoft.com", Link::Web("https://learn.microsoft.com/entra".to_owned()))],
        }),
        Block::Callout(Callout {
            kind: CalloutKind::Answer,
            title: s.say("Answer", "回答"),
            rows: vec![s.row(("Who", "人员"), "Maria Berg"), s.row(("Until", "有效至"), "28 Feb 2027")],
            text: vec![s.text("The firewall team changes the rule next week.", "防火墙团队将在下周更改规则。")],
            original: Some((
                s.say("Original finding", "原结果"),
                s.mark(Status::Fail),
                s.text("The proxy answered 407.", "代理应答407。"),
            )),
        }),
    ]
}

fn action_plan(s: &Say) -> Part {
    let table = Table {
        kind: TableKind::ActionPlan,
        columns: s.columns(&[
            (ColumnRole::Number, "No.", "编号"),
            (ColumnRole::Icon, "", ""),
            (ColumnRole::Action, "Action", "行动"),
            (ColumnRole::Items, "Closes item", "关闭检查项"),
            (ColumnRole::Owner, "Owner", "负责人"),
            (ColumnRole::Due, "Due", "期限"),
            (ColumnRole::Done, "Done", "完成"),
        ]),
        rows: (1..=3)
            .map(|n| {
                Row::cells(vec![
                    Cell::plain(n.to_string()),
                    Cell::Status(s.mark(Status::Fail)),
                    Cell::Text(s.text(
                        "Let SYNC01 reach the Service Bus relays without proxy sign-in",
                        "允许SYNC01无需代理登录即可访问Service Bus中继",
                    )),
                    Cell::Text(Text::link("2.2", item("connectivity.b"))),
                    if n == 2 { Cell::Line } else { Cell::plain("Firewall team\nJ. Okafor") },
                    if n == 2 { Cell::Line } else { Cell::plain("26 Nov 2026") },
                    Cell::Box,
                ])
            })
            .collect(),
    };
    let exceptions = Table {
        kind: TableKind::Exceptions,
        columns: s.columns(&[
            (ColumnRole::Items, "Item", "检查项"),
            (ColumnRole::Action, "Why it is accepted", "接受原因"),
            (ColumnRole::Owner, "Owner", "负责人"),
            (ColumnRole::Until, "Until", "有效至"),
            (ColumnRole::Status, "Original finding", "原结果"),
        ]),
        rows: vec![Row::cells(vec![
            Cell::Text(Text::link("1.5", item("configuration.e"))),
            Cell::Text(s.text("DC03 is replaced in February.", "DC03将在2月更换。")),
            Cell::plain("Maria Berg"),
            Cell::plain("28 Feb 2027"),
            Cell::Status(s.mark(Status::Fail)),
        ])],
    };
    Part {
        id: PartId::ActionPlan,
        title: s.say("Action plan", "行动计划"),
        blocks: vec![
            Block::Heading(1, s.say("Action plan", "行动计划")),
            Block::Table(table),
            Block::Heading(2, s.say("Accepted exceptions", "已接受的例外")),
            Block::Table(exceptions),
        ],
    }
}

fn evidence(s: &Say) -> Part {
    let mut rows = vec![Row::Group(s.say("20 Nov 2026, SYNC01 (sync server)", "2026年11月20日，SYNC01（同步服务器）"))];
    rows.extend((0..70).map(|n| Row::Cells {
        anchor: Some(format!("E-{n:03}")),
        cells: vec![
            Cell::plain(format!("E-{n:03}")),
            Cell::plain("14:02:11"),
            Cell::plain("passwordreset.microsoftonline.com"),
            match n {
                7 => Cell::plain("a long value ".repeat(60)),
                _ => Cell::Text(s.text("TLS 1.2, HTTP 200, 148 ms", "TLS 1.2，HTTP 200，148毫秒")),
            },
            Cell::Text(Text::link("2.2", item("connectivity.b"))),
        ],
    }));
    let facts = Table {
        kind: TableKind::Facts,
        columns: s.columns(&[
            (ColumnRole::Number, "No.", "编号"),
            (ColumnRole::Time, "Time", "时间"),
            (ColumnRole::LookedAt, "Looked at", "查看的内容"),
            (ColumnRole::Finding, "Seen", "看到"),
            (ColumnRole::Items, "Item", "检查项"),
        ]),
        rows,
    };
    let files = Table {
        kind: TableKind::Files,
        columns: s.columns(&[
            (ColumnRole::Number, "No.", "编号"),
            (ColumnRole::Name, "Name", "名称"),
            (ColumnRole::Size, "Size", "大小"),
            (ColumnRole::Hash, "SHA-256 (first 16 bytes)", "SHA-256（前16字节）"),
            (ColumnRole::Items, "Item", "检查项"),
        ]),
        rows: vec![Row::Cells {
            anchor: Some("A-01".to_owned()),
            cells: vec![
                Cell::plain("A-01"),
                Cell::plain("sync01-evidence.json"),
                Cell::plain("184 KB"),
                Cell::plain("51d0 93be 0c77 a1e4 62f8 1b90 d3c5 7e2a"),
                Cell::Text(Text::link("1.2", item("configuration.b"))),
            ],
        }],
    };
    Part {
        id: PartId::Evidence,
        title: s.say("Evidence", "证据"),
        blocks: vec![
            Block::Heading(1, s.say("Evidence", "证据")),
            Block::Paragraph(s.text(
                "Every fact that a finding rests on, as it was seen.",
                "检查结果所依据的每一项事实，均按看到的原样列出。",
            )),
            Block::Table(facts),
            Block::Heading(2, s.say("Files", "文件")),
            Block::Table(files),
        ],
    }
}

fn sign_off(s: &Say) -> Part {
    let digest = "9f2c 41ab 77e0 5d13 c8a4 0b6e 92f1 33d7 2b58 e6c0 14fd 8a39 70b2 d95e 41c7 06ae".to_owned();
    let rows = |name: &str| {
        vec![s.row(("Name", "姓名"), name), s.row(("Role", "角色"), ""), s.row(("Place, date", "地点、日期"), "")]
    };
    let boxed = |role, en: &str, zh: &str, signature: Option<Signature>| SignatureBox {
        role,
        caption: s.say(en, zh),
        state: if signature.is_some() { SignatureState::Signed } else { SignatureState::NotSigned },
        state_word: if signature.is_some() { s.say("Signed", "已签名") } else { s.say("Not signed", "未签名") },
        field_caption: s.say("Signature field \"customer\"", "签名域“customer”"),
        line_caption: s.say("Signature, or sign this field in a PDF reader", "签名，或在PDF阅读器中对此域签名"),
        signature,
        rows: rows("Maria Berg"),
    };
    let signature = Signature {
        caption: s.say("Signed off by", "签核人"),
        who: "Lin Yue 林悦".to_owned(),
        when: "2026-11-22 10:31 UTC".to_owned(),
        digest: "9f2c 41ab".to_owned(),
    };
    Part {
        id: PartId::SignOff,
        title: s.say("Sign-off", "签核"),
        blocks: vec![
            Block::Heading(1, s.say("Sign-off", "签核")),
            Block::Paragraph(s.text(
                "By signing, each person states that they have read the findings and answers.",
                "签署人确认已阅读本次评估的结果与回答，其内容由下方校验摘要锁定。",
            )),
            Block::Stand(Stand {
                tone: Status::Fail,
                conclusion_word: s.say("Not ready", "未就绪"),
                sentence: s.say("2 failed, 1 not checked, 2 open", "2项未通过，1项未检查，2项待办"),
                digest_label: s.say("Digest of the assessment (SHA-256)", "评估的校验摘要（SHA-256）"),
                digest,
            }),
            Block::Signatures(vec![
                boxed(Role::Assessor, "Assessor", "评估人", Some(signature)),
                boxed(Role::Customer, "Customer", "客户", None),
            ]),
            Block::Heading(2, s.say("How to verify", "如何验证")),
            Block::Paragraph(
                Text::plain(s.say(
                    "Open this file in Writeback Readiness, or run ",
                    "在Writeback Readiness中打开此文件，或运行",
                ))
                .and(Look::Code, "wbready verify report.pdf")
                .and(Look::Plain, s.say(".", "。")),
            ),
        ],
    }
}
