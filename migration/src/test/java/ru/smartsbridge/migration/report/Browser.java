package ru.smartsbridge.migration.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * A real Chromium with the system's own driver. {@code -Dbrowser=required} fails a test where there is none;
 * {@code auto}, the default, leaves it out and says why; {@code off} leaves it out.
 */
final class Browser implements AutoCloseable {
    private static final List<String> BROWSERS = List.of("/usr/bin/chromium", "/usr/bin/google-chrome");
    private static final List<String> DRIVERS = List.of("/usr/bin/chromedriver");
    private static final int SCREENS = 8;
    private static final Duration BOUND = Duration.ofSeconds(60);

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Starts one, or leaves the test out. */
    static Browser start() {
        String use = System.getProperty("browser", "auto");
        Optional<String> browser = there(BROWSERS);
        Optional<String> driver = there(DRIVERS);
        Optional<String> reason = use.equals("off")
                ? Optional.of("-Dbrowser=off")
                : browser.isPresent() && driver.isPresent()
                        ? Optional.empty()
                        : Optional.of(
                                "there is no chromium with chromedriver (apt-get install chromium chromium-driver)");
        if (reason.isPresent()) {
            if (use.equals("required")) {
                Assertions.fail("-Dbrowser=required, but " + reason.get());
            }
            System.out.println("A test in the browser was left out: " + reason.get());
            Assumptions.abort(reason.get());
        }
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser.orElseThrow());
        // no sandbox of its own, since it may run as root; nothing is loaded but the page of the test
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--force-color-profile=srgb");
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(Path.of(driver.orElseThrow()).toFile())
                .usingAnyFreePort()
                .withTimeout(BOUND)
                .build();
        ChromeDriver started = new ChromeDriver(service, options);
        started.manage().timeouts().pageLoadTimeout(BOUND).scriptTimeout(BOUND);
        return new Browser(started);
    }

    private static Optional<String> there(List<String> paths) {
        return Stream.concat(paths.stream(), Stream.empty())
                .filter(path -> Files.isExecutable(Path.of(path)))
                .findFirst();
    }

    /** Shows a page in a window of this width, as a phone's screen where {@code phone} is set. */
    void open(Path page, int width, int height, boolean phone) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", phone ? 2 : 1, "mobile", phone));
        driver.get(page.toUri().toString());
    }

    /** What a script in the page gives. */
    @SuppressWarnings("unchecked") // the script's own type
    <T> T ask(String script, Object... arguments) {
        return (T) ((JavascriptExecutor) driver).executeScript(script, arguments);
    }

    ChromeDriver driver() {
        return driver;
    }

    /** What the console says of errors. */
    List<String> complaints() {
        return driver.manage().logs().get("browser").getAll().stream()
                .map(Object::toString)
                .toList();
    }

    /** Keeps what is to be seen: the page screen by screen. */
    void picture(Path file, int height) throws IOException {
        Files.createDirectories(file.getParent());
        long whole =
                this.<Number>ask("return document.documentElement.scrollHeight").longValue();
        for (int screen = 0; screen * (long) height < whole && screen < SCREENS; screen++) {
            ask("scrollTo(0, arguments[0])", screen * height);
            byte[] shot = driver.getScreenshotAs(OutputType.BYTES);
            Path part = file.resolveSibling(file.getFileName().toString().replace(".png", "-" + (screen + 1) + ".png"));
            Files.write(part, shot);
        }
    }

    /** The page as it is printed. */
    byte[] print() {
        String pdf = driver.print(new org.openqa.selenium.print.PrintOptions()).getContent();
        return OutputType.BYTES.convertFromBase64Png(pdf);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
