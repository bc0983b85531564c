package ru.smartsbridge.server.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import ru.smartsbridge.server.bridge.Bridge;

/**
 * Swagger UI in a real Chromium. {@code -Dbrowser=required} fails where there is none; {@code auto}, the default, leaves
 * it out and says why; {@code off} leaves it out.
 */
@Timeout(180)
class SwaggerInBrowserTest {
    private static final Path BROWSER = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Duration BOUND = Duration.ofSeconds(60);

    private static ChromeDriver browser() {
        String use = System.getProperty("browser", "auto");
        boolean there = Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER);
        if (use.equals("off") || !there) {
            String reason = use.equals("off") ? "-Dbrowser=off" : "there is no " + BROWSER + " with " + DRIVER;
            if (use.equals("required")) {
                Assertions.fail("-Dbrowser=required, but " + reason);
            }
            System.out.println("Swagger UI in the browser was left out: " + reason);
            Assumptions.abort(reason);
        }
        ChromeOptions options = new ChromeOptions();
        options.setBinary(BROWSER.toFile());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage");
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .usingAnyFreePort()
                .withTimeout(BOUND)
                .build();
        return new ChromeDriver(service, options);
    }

    /** Once it is there; where it lies does not matter. */
    private static void click(ChromeDriver browser, By what) {
        browser.executeScript("arguments[0].click()", browser.findElement(what));
    }

    @Test
    void a_person_looks_at_the_api_and_tries_a_call_out(@TempDir Path folder) throws Exception {
        try (Bridge bridge = Bridge.start(folder, Bridge.DEMO)) {
            ChromeDriver browser = browser();
            try {
                browser.manage().timeouts().implicitlyWait(BOUND);
                browser.get(bridge.origin() + "/swagger");
                click(browser, By.cssSelector("[data-tag='Products']"));
                assertThat(browser.findElements(By.cssSelector("[data-tag='Docs/PodborZakaza']")))
                        .isNotEmpty();
                click(
                        browser,
                        By.xpath("//div[contains(@class,'opblock-get')][.//span[@data-path='/Products']]"
                                + "//button[contains(@class,'opblock-summary-control')]"));
                click(browser, By.cssSelector(".try-out__btn"));
                browser.findElement(By.cssSelector("tr[data-param-name='$filter'] input"))
                        .sendKeys("contains(name,'вода')");
                browser.findElement(By.cssSelector("tr[data-param-name='$top'] input"))
                        .sendKeys("1");
                click(browser, By.cssSelector("button.execute"));
                String answered = ".live-responses-table .response .response-col_";
                assertThat(browser.findElement(By.cssSelector(answered + "status"))
                                .getText())
                        .startsWith("200");
                assertThat(browser.findElement(By.cssSelector(answered + "description"))
                                .getText())
                        .contains("\"value\"")
                        .containsIgnoringCase("вода");
                List<String> complaints = browser.manage().logs().get("browser").getAll().stream()
                        .map(Object::toString)
                        .toList();
                assertThat(complaints).isEmpty();
            } finally {
                browser.quit();
            }
        }
    }
}
