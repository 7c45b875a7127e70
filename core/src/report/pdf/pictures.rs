//! Pictures of what was seen, drawn from data: the steps of a probe, silent connections along an axis, rights with what
//! decides them, and a chain of certificates. Each says in words what it shows.

use super::{
    canvas::Stroke,
    flow::Flow,
    grid::height,
    icons::{step_status, tone},
    lines::{Line, Span, wrap},
    prose::CARD,
    style::{CAPTION, INK, MONO, UNREACHED, mm},
    tags::{Node, Tag},
};
use crate::report::{Certificates, IdleLane, IdleLanes, RightWalk, StepMark, Timeline, TimelineStep};

const ICON: f32 = mm(6.0);
const SMALL_ICON: f32 = mm(4.2);

impl Flow<'_> {
    /// The steps of a probe in a row.
    pub(crate) fn timeline(&mut self, timeline: &Timeline) {
        self.card(&timeline.caption, |flow| {
            // More than six would be too narrow to read.
            for row in timeline.steps.chunks(6) {
                flow.timeline_row(row);
            }
        });
    }

    fn timeline_row(&mut self, steps: &[TimelineStep]) {
        let columns = steps.len().max(5) as f32;
        let column = self.width() / columns;
        let faces = self.canvas.faces;
        let texts: Vec<Vec<Line>> = (steps.iter())
            .map(|step| {
                let (status, body) = (step_status(step.mark), self.running.body);
                let took = CAPTION.in_colour(tone(status).fg);
                let took = if step.mark == StepMark::Broke { took.strong() } else { took };
                let part = |words: &str, style| wrap(faces, &[Span::new(words, style)], column - mm(2.0));
                [part(&step.name, body.strong()), part(&step.took, took), part(&step.detail, CAPTION)].concat()
            })
            .collect();
        let tall = ICON + mm(1.0) + texts.iter().map(|lines| height(lines)).fold(0.0, f32::max);
        self.need(tall);
        let (page, top) = (self.page, self.y);
        for (index, (step, lines)) in steps.iter().zip(&texts).enumerate() {
            let x = self.left + column * index as f32;
            let node = self.element(Tag::Paragraph);
            self.step_icon(node, step.mark, &step.mark_word, (x, top), ICON);
            if let Some(next) = steps.get(index + 1) {
                let stroke = match next.mark {
                    StepMark::Done => Stroke::solid(tone(step_status(StepMark::Done)).fg, 1.0),
                    StepMark::Broke | StepMark::NotReached => Stroke::dashed(UNREACHED, 1.0),
                };
                let y = top + ICON / 2.0;
                self.canvas.stroke(page, (x + ICON + mm(1.5), y), (x + column - mm(1.5), y), stroke);
            }
            let mut y = top + ICON + mm(1.0);
            for line in lines {
                self.canvas.text(page, node, x, y, line);
                y += line.height;
            }
        }
        self.y = top + tall + mm(1.0);
    }

    /// Silent connections along an axis of time.
    pub(crate) fn idle_lanes(&mut self, idle: &IdleLanes) {
        let longest = idle.lanes.iter().map(|lane| lane.planned_s.max(lane.lived_s)).max().unwrap_or(0).max(1);
        self.card(&idle.caption, |flow| {
            for lane in &idle.lanes {
                flow.idle_lane(lane, longest);
            }
        });
    }

    fn idle_lane(&mut self, lane: &IdleLane, longest: u32) {
        let (label_width, axis) = (mm(20.0), mm(74.0));
        let cell = self.running.cell;
        let faces = self.canvas.faces;
        let label = wrap(faces, &[Span::new(&lane.label, cell.strong())], label_width - mm(2.0));
        let words = self.width() - label_width - axis - mm(8.0);
        let outcome = wrap(faces, &[Span::new(&lane.outcome, cell)], words);
        let tall = height(&label).max(height(&outcome)).max(mm(6.0));
        self.need(tall);
        let node = self.element(Tag::Paragraph);
        let (page, top) = (self.page, self.y);
        let (start, middle) = (self.left + label_width, top + cell.line / 2.0);
        self.column(node, &label, self.left, top);
        let at = |seconds: u32| start + axis * seconds as f32 / longest as f32;
        let (lived, planned) = (at(lane.lived_s), at(lane.planned_s));
        let done = tone(step_status(StepMark::Done)).fg;
        if lane.lived_s > 0 {
            self.canvas.stroke(page, (start, middle), (lived, middle), Stroke::solid(done, 1.5));
        }
        if planned > lived {
            self.canvas.stroke(page, (lived, middle), (planned, middle), Stroke::dashed(UNREACHED, 1.0));
        }
        let end = if lane.mark == StepMark::Done { planned.max(lived) } else { lived };
        // The words beside it say how it ended, so the icon does not say it again.
        let status = step_status(lane.mark);
        let icon = self.canvas.icons.status(status);
        let corner = (end + mm(0.3), middle - SMALL_ICON / 2.0);
        self.canvas.icon(page, None, &icon, corner, SMALL_ICON, tone(status).fg);
        self.column(node, &outcome, start + axis + mm(7.0), top);
        self.y = top + tall;
    }

    /// Rights, each with what decides it.
    pub(crate) fn right_walk(&mut self, walk: &RightWalk) {
        self.card(&walk.caption, |flow| {
            for (mark, name, decided) in &walk.rights {
                let cell = flow.running.cell;
                let faces = flow.canvas.faces;
                let name_width = mm(56.0);
                let names = wrap(faces, &[Span::new(name, cell.strong())], name_width - mm(9.0));
                let words = wrap(faces, &[Span::new(decided, cell)], flow.width() - name_width);
                let tall = height(&names).max(height(&words)).max(SMALL_ICON);
                flow.need(tall);
                let node = flow.element(Tag::Paragraph);
                let top = flow.y;
                let status = step_status(*mark);
                let icon = flow.canvas.icons.status(status);
                let corner = (flow.left, top + (cell.line - SMALL_ICON) / 2.0);
                flow.canvas.icon(flow.page, None, &icon, corner, SMALL_ICON, tone(status).fg);
                flow.column(node, &names, flow.left + mm(6.0), top);
                flow.column(node, &words, flow.left + name_width, top);
                flow.y = top + tall + mm(1.0);
            }
        });
    }

    /// A chain of certificates, each one step further in than the one it vouches for.
    pub(crate) fn certificates(&mut self, chain: &Certificates) {
        self.card(&chain.caption, |flow| {
            let left = flow.left;
            for (depth, (subject, validity)) in chain.chain.iter().enumerate() {
                let cell = flow.running.cell;
                // A chain that never ends must not leave the page.
                let x = left + mm(5.0) * depth.min(10) as f32;
                flow.need(cell.line + CAPTION.line);
                let y = flow.y + cell.line / 2.0;
                if depth > 0 {
                    let stroke = Stroke::solid(UNREACHED, 0.75);
                    flow.canvas.stroke(flow.page, (x - mm(3.0), flow.y - mm(0.5)), (x - mm(3.0), y), stroke);
                    flow.canvas.stroke(flow.page, (x - mm(3.0), y), (x - mm(1.0), y), stroke);
                }
                flow.within(x, flow.right, |flow| {
                    flow.paragraph(&[Span::new(subject, cell.strong())]);
                    flow.paragraph(&[Span::new(validity, CAPTION)]);
                });
                flow.y += mm(1.0);
            }
        });
    }

    /// A box with a caption; a page's edge cuts it only when it is taller than a page.
    fn card(&mut self, caption: &str, content: impl Fn(&mut Flow<'_>)) {
        self.space(mm(1.0));
        self.together(|flow| {
            flow.boxed(CARD, |flow| {
                flow.paragraph(&[Span::new(caption, MONO.in_colour(INK))]);
                flow.y += mm(2.0);
                content(flow);
            });
        });
        self.y += mm(3.0);
    }

    fn column(&mut self, node: Node, lines: &[Line], x: f32, top: f32) {
        let mut y = top;
        for line in lines {
            self.canvas.text(self.page, node, x, y, line);
            y += line.height;
        }
    }

    fn step_icon(&mut self, node: Node, mark: StepMark, word: &str, at: (f32, f32), side: f32) {
        let icon = self.canvas.icons.step(mark);
        self.canvas.icon(self.page, Some((node, word)), &icon, at, side, tone(step_status(mark)).fg);
    }
}
