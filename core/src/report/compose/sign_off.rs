//! The sign-off: what is signed, by whom, and how to verify it.

use super::Composer;
use crate::{
    assessment::{Role, SignOff, Standing},
    msg,
    report::blocks::{
        Block, Callout, CalloutKind, KeyValue, Part, PartId, Signature, SignatureBox, SignatureState, Stand, Text,
    },
};

impl Composer<'_> {
    pub(super) fn sign_off(&self) -> Part {
        let survey = &self.survey;
        let title = self.text("report-sign-off");
        let training = survey.standing == Standing::Training;
        let mut blocks = vec![Block::Heading(1, title.clone())];
        if !training {
            blocks.push(Block::Paragraph(Text::plain(self.text("report-sign-off-statement"))));
        }
        blocks.push(Block::Stand(Stand {
            tone: survey.tone(),
            conclusion_word: survey.conclusion_word(),
            sentence: survey.conclusion_sentence(),
            digest_label: self.text("report-digest-of-assessment"),
            digest: survey.digest.grouped(),
        }));
        if training {
            blocks.push(self.remark("edit-training", "report-training-why"));
        } else {
            blocks.push(Block::Signatures(Role::ALL.into_iter().map(|role| self.signature_box(role)).collect()));
            if survey.standing == Standing::Stale {
                blocks.push(self.remark("report-standing-stale", "report-stale-why"));
            }
            blocks.push(Block::Heading(2, self.text("report-how-to-verify")));
            blocks.push(Block::Paragraph(Text::plain(self.text("report-verify-steps"))));
            blocks.push(self.remark("report-what-a-sign-off-proves", "report-sign-off-proves"));
        }
        Part { id: PartId::SignOff, title, blocks }
    }

    fn remark(&self, title: &str, text: &str) -> Block {
        Block::Callout(Callout {
            kind: CalloutKind::Remark,
            title: self.text(title),
            rows: Vec::new(),
            text: vec![Text::plain(self.text(text))],
            original: None,
        })
    }

    fn signature_box(&self, role: Role) -> SignatureBox {
        let survey = &self.survey;
        let caption = self.text(role.message_id());
        let sign_off = survey.assessment.sign_off_of(role);
        let state = match sign_off {
            None => SignatureState::NotSigned,
            Some(sign_off) if survey.assessment.covers(sign_off, survey.now) => SignatureState::Signed,
            Some(_) => SignatureState::Stale,
        };
        let signature = sign_off.map(|sign_off| self.signature(sign_off));
        let (name, title, place) = match sign_off {
            Some(one) => (one.who.clone(), one.title.clone(), survey.day(one.at)),
            None => Default::default(),
        };
        let row = |id: &str, value: String| KeyValue { key: self.text(id), value: Text::plain(value) };
        SignatureBox {
            role,
            state,
            state_word: self.text(match state {
                SignatureState::Signed => "report-signed",
                SignatureState::NotSigned => "report-not-signed",
                SignatureState::Stale => "report-signature-stale",
            }),
            field_caption: survey.say(&msg!("report-signature-field", role = &caption)),
            line_caption: self.text("report-signature-line"),
            signature,
            rows: vec![row("report-name", name), row("report-role", title), row("report-place-date", place)],
            caption,
        }
    }

    fn signature(&self, sign_off: &SignOff) -> Signature {
        let survey = &self.survey;
        let when = survey.words.date_time(sign_off.at);
        let digits = sign_off.digest.get(..16).unwrap_or(&sign_off.digest);
        let digits = digits.as_bytes().chunks(4).map(String::from_utf8_lossy).collect::<Vec<_>>().join(" ");
        Signature {
            caption: self.text("report-signed-by"),
            who: sign_off.who.clone(),
            when: survey.say(&msg!("report-time-with-zone", time = when, zone = survey.zone())),
            digest: survey.say(&msg!("report-bound-to", digest = digits)),
        }
    }
}
