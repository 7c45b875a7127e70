//! Opens the window: which renderer is tried in which order, and what is said when none works.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    path::PathBuf,
    process::ExitCode,
    sync::{Arc, LazyLock},
};

use jiff::{Timestamp, tz::TimeZone};
use readiness_core::{Language, Words, checklist::built_in, engine::Collector, reference::Reference, scenario};

use super::{App, Folders, Keychain, Outside, Sample, Settings, SystemDialogs, fonts, theme};
use crate::{certificate_store, live};

/// The tables of reference data: installed, or built in. About and every report say which.
static REFERENCE: LazyLock<Arc<Reference>> = LazyLock::new(|| Arc::new(Folders::of_user().data.reference().0));

/// Reads what the first frame needs while the system makes the window, so that neither waits for the other.
fn read_ahead(settings: &Settings) {
    let language = settings.language.clone();
    std::thread::spawn(move || {
        let language = language.unwrap_or_else(|| Language::for_locale(&locale()));
        theme::tokens();
        Words::new(&language, TimeZone::UTC);
        LazyLock::force(&REFERENCE);
    });
}

/// The locale of the system.
fn locale() -> String {
    sys_locale::get_locale().unwrap_or_default()
}

/// What was asked for on the command line.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// A file to open.
    pub file: Option<PathBuf>,
    /// Only this renderer.
    pub renderer: Option<Renderer>,
}

/// What draws the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Renderer {
    /// OpenGL.
    Glow,
    /// DirectX 12, which Windows brings with a renderer of its own where there is no graphics card.
    #[cfg(windows)]
    Dx12,
}

impl Renderer {
    /// Those of this build, the first to be tried in front.
    #[cfg(not(windows))]
    const ALL: [Self; 1] = [Self::Glow];
    /// Those of this build, the first to be tried in front: servers over Remote Desktop have OpenGL 1.1 only.
    #[cfg(windows)]
    const ALL: [Self; 2] = [Self::Dx12, Self::Glow];

    fn name(self) -> &'static str {
        match self {
            Self::Glow => "glow",
            #[cfg(windows)]
            Self::Dx12 => "dx12",
        }
    }

    fn eframe(self) -> eframe::Renderer {
        match self {
            Self::Glow => eframe::Renderer::Glow,
            #[cfg(windows)]
            Self::Dx12 => eframe::Renderer::Wgpu,
        }
    }
}

/// DirectX 12 and nothing else: beside Vulkan devices were lost. Adapters that list no format for the window are passed
/// over (virtual machines have such); one that computes everything is taken last.
#[cfg(windows)]
fn dx12() -> eframe::WgpuConfiguration {
    use eframe::egui_wgpu::{WgpuConfiguration, WgpuSetup, WgpuSetupCreateNew};
    let mut new = WgpuSetupCreateNew::without_display_handle();
    new.instance_descriptor.backends = wgpu::Backends::DX12;
    new.native_adapter_selector = Some(Arc::new(|adapters, surface| {
        let can_show = |adapter: &&wgpu::Adapter| {
            surface.is_none_or(|surface| !surface.get_capabilities(adapter).formats.is_empty())
        };
        let mut usable: Vec<&wgpu::Adapter> = adapters.iter().filter(can_show).collect();
        usable.sort_by_key(|adapter| match adapter.get_info().device_type {
            wgpu::DeviceType::DiscreteGpu => 0,
            wgpu::DeviceType::IntegratedGpu => 1,
            wgpu::DeviceType::VirtualGpu | wgpu::DeviceType::Other => 2,
            wgpu::DeviceType::Cpu => 3,
        });
        usable
            .first()
            .map(|adapter| (*adapter).clone())
            .ok_or_else(|| "no adapter of DirectX 12 shows windows".to_owned())
    }));
    WgpuConfiguration { wgpu_setup: WgpuSetup::CreateNew(new), ..WgpuConfiguration::default() }
}

/// Opens the window and returns when it is closed.
pub fn launch(options: &Options) -> ExitCode {
    let folders = Folders::of_user();
    let settings = Settings::read(&folders);
    read_ahead(&settings);
    let mut tries: Vec<Renderer> = options.renderer.map_or_else(|| Renderer::ALL.to_vec(), |only| vec![only]);
    let crashed = Trying::left_by_a_crash(&folders);
    tries.sort_by_key(|renderer| {
        let name = Some(renderer.name());
        (crashed.as_deref() == name, settings.renderer.as_deref() != name)
    });

    let mut refusals = Vec::new();
    for renderer in tries {
        match try_one(renderer, options, &folders, &settings) {
            Ok(()) => return ExitCode::SUCCESS,
            Err(why) => refusals.push(format!("{}: {why}", renderer.name())),
        }
    }
    say_no_window(&refusals);
    ExitCode::FAILURE
}

fn try_one(renderer: Renderer, options: &Options, folders: &Folders, settings: &Settings) -> Result<(), String> {
    let native = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default()
            .with_app_id("writeback-readiness")
            .with_icon(icon())
            .with_inner_size([1280.0, 800.0])
            .with_min_inner_size([720.0, 480.0]),
        renderer: renderer.eframe(),
        #[cfg(windows)]
        wgpu_options: dx12(),
        // Ours looks for the fonts of the system only when one is needed.
        system_font_fallback: false,
        ..eframe::NativeOptions::default()
    };
    let trying = Trying::begin(folders, renderer);
    let (folders, settings, file) = (folders.clone(), settings.clone(), options.file.clone());
    let opened = AssertUnwindSafe(move || {
        eframe::run_native(
            "Writeback Readiness",
            native,
            Box::new(move |creation| {
                let outside = outside(folders, describe(renderer, creation));
                prepare(&creation.egui_ctx);
                fonts::fall_back_on_the_system(&creation.egui_ctx);
                let mut app = App::new(&creation.egui_ctx, outside, settings, file)?;
                app.remember_renderer(renderer.name());
                drop(trying);
                Ok(Box::new(Window(app)))
            }),
        )
    });
    // Two libraries panic where they should refuse: a missing libxkbcommon-x11, a surface without formats.
    match catch_unwind(opened) {
        Ok(Ok(())) => Ok(()),
        Ok(Err(error)) => Err(error.to_string()),
        Err(panic) => Err(panic
            .downcast_ref::<String>()
            .cloned()
            .or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()))
            .unwrap_or_else(|| "it stopped".to_owned())),
    }
}

/// What a taskbar shows. Without it, a window has the icon of the library that draws it.
fn icon() -> egui::IconData {
    let png = include_bytes!("../../../assets/icon/icon-128.png");
    eframe::icon_data::from_png_bytes(png).unwrap_or_default()
}

/// A mark on the disk while a renderer starts. Drivers end programs without a word; whoever finds the mark at the next
/// start tries that renderer last.
struct Trying(PathBuf);

impl Trying {
    fn place(folders: &Folders) -> PathBuf {
        folders.config.join("renderer.trying")
    }

    fn left_by_a_crash(folders: &Folders) -> Option<String> {
        std::fs::read_to_string(Self::place(folders)).ok().map(|name| name.trim().to_owned())
    }

    fn begin(folders: &Folders, renderer: Renderer) -> Self {
        let place = Self::place(folders);
        // Without it the order is the usual one.
        let _ = std::fs::create_dir_all(&folders.config).and_then(|()| std::fs::write(&place, renderer.name()));
        Self(place)
    }
}

impl Drop for Trying {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

/// What every window and every test needs before the first frame.
pub fn prepare(context: &egui::Context) {
    theme::apply(context);
    context.options_mut(|options| {
        // The size is a command of ours, with its own steps and its own keys.
        options.zoom_with_keyboard = false;
    });
}

/// The real world.
fn outside(folders: Folders, renderer: String) -> Outside {
    let reference = Arc::clone(&REFERENCE);
    let for_collectors = Arc::clone(&reference);
    Outside {
        clock: Timestamp::now,
        zone: TimeZone::system(),
        locale: locale(),
        dialogs: Arc::new(SystemDialogs),
        tenant: live::tenant_settings(),
        keychain: Keychain::of_the_system(),
        certificates: certificate_store::of_the_system(),
        own_domain: live::own_domain(),
        directory: live::network_settings(),
        collectors: Arc::new(move |assessment, order| -> Vec<Arc<dyn Collector>> {
            let recorded = assessment.training.as_deref();
            match recorded.and_then(scenario::by_id) {
                Some(scenario) => scenario.collectors(Timestamp::now()),
                // Recorded facts are never mixed with what is seen from here.
                None if recorded.is_some() => Vec::new(),
                None => {
                    let idle = order.idle.clone();
                    let (settings, ways) = (live::network_settings(), live::default_ways());
                    let network = live::Network { settings, ways, idle };
                    let sign_ins = live::SignIns { tenant: order.tenant.as_deref(), directory: order.directory.take() };
                    live::collectors(assessment, &for_collectors, network, sign_ins)
                }
            }
        }),
        samples: samples(),
        folders,
        reference,
        renderer,
    }
}

/// The scenarios that come with the program, the healthy one in front.
pub fn samples() -> Vec<Sample> {
    let mut samples: Vec<Sample> = scenario::built_in()
        .iter()
        .map(|sample| Sample {
            id: sample.id.clone(),
            make: Arc::new(move |now| sample.scenario().assessment(built_in(), now)),
        })
        .collect();
    samples.sort_by_key(|sample| sample.id != "all-well");
    samples
}

/// "OpenGL 4.5, llvmpipe".
fn describe(renderer: Renderer, creation: &eframe::CreationContext<'_>) -> String {
    use eframe::glow::HasContext as _;
    #[cfg(windows)]
    if let Some(state) = &creation.wgpu_render_state {
        let info = state.adapter.get_info();
        return format!("DirectX 12, {}", info.name);
    }
    let Some(gl) = &creation.gl else { return renderer.name().to_owned() };
    // SAFETY: the context is the current one while the program is being created.
    #[expect(unsafe_code, reason = "OpenGL tells its name by no other way")]
    let (version, device) =
        unsafe { (gl.get_parameter_string(eframe::glow::VERSION), gl.get_parameter_string(eframe::glow::RENDERER)) };
    format!("OpenGL {version}, {device}")
}

/// The first line of an error, without the place in somebody's source code that it names.
fn first_line(error: &str) -> String {
    let line = error.lines().next().unwrap_or_default();
    let said = match line.split_once(".rs:") {
        Some((_, after)) => after.trim_start_matches(|c: char| c.is_ascii_digit() || c == ':' || c == ' '),
        None => line,
    };
    said.chars().take(200).collect()
}

/// No window can be opened: what to install, and what does the same job. On the terminal, and where a window program has
/// none, in a message box of the system.
#[expect(clippy::print_stderr, reason = "there is no window to say it in")]
fn say_no_window(refusals: &[String]) {
    let text = no_window(refusals);
    eprintln!("{text}");
    // Message boxes of Windows need no graphics card. Elsewhere a box would need what is missing.
    #[cfg(windows)]
    rfd::MessageDialog::new()
        .set_level(rfd::MessageLevel::Error)
        .set_title("Writeback Readiness")
        .set_description(text)
        .show();
}

fn no_window(refusals: &[String]) -> String {
    let mut text = "writeback-readiness: no window can be opened here.\n".to_owned();
    for refusal in refusals {
        text.push_str(&format!("  {}\n", first_line(refusal)));
    }
    text.push_str(if cfg!(windows) {
        "What helps: a graphics driver with OpenGL 2.1 or later. Over Remote Desktop and in virtual machines, the driver \
         of the machine's graphics card or its guest additions."
    } else if cfg!(target_os = "macos") {
        "What helps: a session at the screen; a window cannot be opened over ssh."
    } else {
        "What helps on Debian and Ubuntu: apt install libgl1 libgl1-mesa-dri libegl1 libxkbcommon-x11-0 libxcursor1 \
         libxi6 libx11-xcb1, and a display (DISPLAY or WAYLAND_DISPLAY is set)."
    });
    text.push_str("\nWithout a window the command line does the same job: wbready --help");
    text
}

/// The program in a window of the system.
struct Window(App);

impl eframe::App for Window {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.0.ui(ui);
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.0.finish();
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }
}

#[cfg(test)]
mod tests {
    use super::{first_line, no_window};

    #[test]
    fn what_is_said_without_a_window_names_the_way_out() {
        let text = no_window(&["glow: GLXBadFBConfig".to_owned()]);
        assert!(text.contains("GLXBadFBConfig") && text.contains("wbready"), "{text}");
        assert!(text.contains("What helps"), "{text}");
    }

    #[test]
    fn errors_are_said_without_their_place_in_the_source() {
        let error = "glow: winit EventLoopError: os error at /x/linux/mod.rs:765: neither DISPLAY is set.\nmore";
        assert_eq!(first_line(error), "neither DISPLAY is set.");
        assert_eq!(first_line("glow: Found no configs"), "glow: Found no configs");
    }
}
