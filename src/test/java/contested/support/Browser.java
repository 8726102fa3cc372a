package contested.support;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The machine's own Chromium, driven by Playwright; one for the whole run. */
public final class Browser {

    private static final List<String> NAMES = List.of(
            "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome.exe", "msedge.exe");

    private static final List<Path> USUAL_PLACES = List.of(
            Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
            Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"),
            Path.of("C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe"),
            Path.of("C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe"),
            Path.of("C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe"));

    /** No sandbox, since containers and root have none; nothing that speaks to its maker's servers. */
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage");

    private static @Nullable Playwright playwright;
    private static com.microsoft.playwright.@Nullable Browser shared;

    private Browser() {}

    private static synchronized com.microsoft.playwright.Browser shared() {
        if (shared == null) {
            Path chromium = find().or(Browser::install)
                    .orElseThrow(() -> Missing.thing(
                            "there is no Chromium or Chrome here", "install chromium and put it on the PATH"));
            playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            shared = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(chromium)
                            .setArgs(FLAGS)
                            .setHeadless(true));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return shared;
    }

    /** A visitor with a window of that width, who asks for that language and sees light or dark. */
    public static BrowserContext visitor(int width, String language, ColorScheme scheme) {
        return shared().newContext(options(width, language, scheme));
    }

    /** Opens that address, also where the page is just loading itself anew, as a workshop's does when its phase changes. */
    public static void open(Page page, String address) {
        try {
            page.navigate(address);
        } catch (PlaywrightException e) {
            if (!e.getMessage().contains("ERR_ABORTED")) {
                throw e;
            }
            page.navigate(address);
        }
    }

    /** The same visitor with scripts switched off. */
    public static BrowserContext visitorWithoutScript(int width) {
        return shared().newContext(options(width, "en", ColorScheme.LIGHT).setJavaScriptEnabled(false));
    }

    private static com.microsoft.playwright.Browser.NewContextOptions options(
            int width, String language, ColorScheme scheme) {
        return new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setLocale(language)
                .setColorScheme(scheme);
    }

    private static Optional<Path> find() {
        Stream<Path> onPath = Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
        return Stream.concat(onPath, USUAL_PLACES.stream())
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Debian's package, where this run may install it. */
    private static Optional<Path> install() {
        if (!"root".equals(System.getProperty("user.name")) || !Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
            return Optional.empty();
        }
        try {
            Process process = new ProcessBuilder("sh", "-c", "apt-get update -q && apt-get install -qy chromium")
                    .inheritIO()
                    .start();
            process.waitFor(10, TimeUnit.MINUTES);
        } catch (java.io.IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return find();
    }
}
