//! Regions of the window, between which F6 goes, and where the focus is now.

use std::collections::HashMap;

use egui::{Context, EventFilter, Id, LayerId, Rect};

/// A part of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Region {
    /// The side.
    Side,
    /// The list of items.
    List,
    /// The item shown.
    Detail,
    /// A page that is neither.
    Page,
    /// Top bar and conclusion bar.
    Bar,
}

impl Region {
    /// The order in which F6 goes.
    const ALL: [Self; 5] = [Self::Side, Self::List, Self::Detail, Self::Page, Self::Bar];
}

/// The regions of the frame that was drawn last.
#[derive(Debug, Default)]
pub struct Regions {
    seen: Vec<(Region, Rect)>,
    focused: Option<Region>,
    last: HashMap<Region, Id>,
    wanted: Option<Region>,
}

impl Regions {
    /// A frame begins.
    pub fn begin(&mut self) {
        self.seen.clear();
    }

    /// This region is there.
    pub fn add(&mut self, region: Region, rect: Rect) {
        if rect.is_positive() {
            self.seen.push((region, rect));
        }
    }

    /// The region in which the focus is.
    pub fn focused(&self) -> Option<Region> {
        self.focused
    }

    /// The region that the page is about.
    pub fn main(&self) -> Option<Region> {
        [Region::List, Region::Detail, Region::Page].into_iter().find(|region| self.rect(*region).is_some())
    }

    /// The focus is to go there.
    pub fn want(&mut self, region: Region) {
        self.wanted = Some(region);
    }

    /// The region after the one with the focus, or before it.
    pub fn beside(&self, forward: bool) -> Option<Region> {
        let there: Vec<Region> = Region::ALL.into_iter().filter(|region| self.rect(*region).is_some()).collect();
        let Some(place) = self.focused.and_then(|focused| there.iter().position(|region| *region == focused)) else {
            return self.main();
        };
        let step = if forward { 1 } else { there.len().saturating_sub(1) };
        there.get((place + step) % there.len().max(1)).copied()
    }

    fn rect(&self, region: Region) -> Option<Rect> {
        self.seen.iter().find(|(other, _)| *other == region).map(|(_, rect)| *rect)
    }

    /// A frame ends: finds out where the focus is, and moves it where it is wanted. In the detail the arrows and Esc are
    /// commands, unless `form` says that something is filled in there. `row` is the row of the item shown.
    pub fn end(&mut self, context: &Context, row: Option<Id>, form: bool) {
        let focused = context.memory(|memory| memory.focused());
        let wanted = self.wanted.take();
        let (focused_region, target) = context.viewport(|viewport| {
            let widgets = &viewport.this_pass.widgets;
            let of = |id: Id| {
                let widget = widgets.get(id).filter(|widget| widget.layer_id == LayerId::background())?;
                self.seen.iter().find(|(_, rect)| rect.contains(widget.rect.center())).map(|(region, _)| *region)
            };
            // A row that has been scrolled out of sight is still in the list.
            let focused_region = match focused {
                Some(id) if Some(id) == row => Some(Region::List),
                other => other.and_then(of),
            };
            let target = wanted.and_then(|wanted| {
                let rect = self.rect(wanted)?;
                let before = self.last.get(&wanted).copied().filter(|id| of(*id) == Some(wanted));
                let row = row.filter(|_| wanted == Region::List);
                let first = |rect: Rect| {
                    let mut all = widgets.get_layer(LayerId::background());
                    let found = all.find(|widget| {
                        widget.enabled && widget.sense.is_focusable() && rect.contains(widget.rect.center())
                    });
                    found.map(|widget| widget.id)
                };
                // A page with nothing to do on it must not swallow the key.
                row.or(before).or_else(|| first(rect)).or_else(|| first(Rect::EVERYTHING))
            });
            (focused_region, target)
        });
        self.focused = focused_region;
        if let (Some(region), Some(id)) = (focused_region, focused) {
            self.last.insert(region, id);
            let plain = region == Region::Detail && !form && !context.text_edit_focused();
            if plain || region == Region::Side {
                let kept = EventFilter { vertical_arrows: plain, horizontal_arrows: true, escape: plain, tab: false };
                context.memory_mut(|memory| memory.set_focus_lock_filter(id, kept));
            }
        }
        if let Some(id) = target {
            context.memory_mut(|memory| memory.request_focus(id));
            context.request_repaint();
        }
    }
}

#[cfg(test)]
mod tests {
    use egui::pos2;

    use super::*;

    #[test]
    fn the_order_goes_round_and_passes_over_what_is_not_there() {
        let mut regions = Regions::default();
        let rect = Rect::from_min_max(pos2(0.0, 0.0), pos2(9.0, 9.0));
        for region in [Region::Bar, Region::Side, Region::Page] {
            regions.add(region, rect);
        }
        regions.add(Region::List, Rect::NOTHING);
        assert_eq!(regions.beside(true), Some(Region::Page), "from nowhere it goes to what the page is about");
        regions.focused = Some(Region::Page);
        assert_eq!((regions.beside(true), regions.beside(false)), (Some(Region::Bar), Some(Region::Side)));
        regions.focused = Some(Region::Bar);
        assert_eq!(regions.beside(true), Some(Region::Side));
    }
}
