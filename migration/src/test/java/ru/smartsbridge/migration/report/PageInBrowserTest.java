package ru.smartsbridge.migration.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import ru.smartsbridge.api.fidelity.ComFidelity;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.migration.Compared;
import ru.smartsbridge.migration.TestBase;
import ru.smartsbridge.migration.difference.Kind;
import ru.smartsbridge.migration.plan.Pattern;
import ru.smartsbridge.migration.plan.Plan;
import ru.smartsbridge.migration.rule.Action;
import ru.smartsbridge.migration.rule.OwnRule;

/** The page as people see it: in a real browser, at the width of a desk and of a phone, in both languages, on paper. */
class PageInBrowserTest {
    private static final Path PICTURES = Path.of("target", "pictures");
    private static Browser browser;
    private static Path page;

    @BeforeAll
    static void open() throws IOException {
        browser = Browser.start();
        page = Files.createDirectories(PICTURES).resolve("report.html");
        try (var out = Files.newOutputStream(page)) {
            HtmlReport.write(report(), Locale.forLanguageTag("ru"), out);
        }
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    /** Of everything something. */
    private static Report report() {
        TestBase control = TestBase.named("main").behind(ComFidelity.ENTRIES);
        TestBase candidate = TestBase.named("next");
        String orders = "Docs/PodborZakaza";
        for (int i = 0; i < 30; i++) {
            candidate.change(
                    "Products",
                    i,
                    "name",
                    name -> Value.text(((Value.Text) name).value().substring(0, 12)));
            candidate.change(
                    "Products",
                    i,
                    "cena",
                    price -> Value.number(((Value.Number) price).decimal().setScale(0, java.math.RoundingMode.DOWN)));
        }
        candidate.put("Products", 0, "packings.0.unitsQuantity", Value.text("1"));
        candidate.put("Products", 1, "marking", Value.text("<script>document.title = 'broken'</script>"));
        candidate.remove(orders, 0, "declaredItems.1");
        candidate.remove(orders, 1, "rezhimUpakovok");
        candidate.change(orders, 2, "declaredItems", TestBase::reversed);
        candidate.change(
                orders,
                0,
                "declaredItems.0.markaISMP",
                code -> Value.text(((Value.Text) code).value().replace("\u001D", "")));
        candidate.set("Users").remove(0);
        candidate.put("Users", 0, "password", Value.text("plain secret"));
        control.put("Tables/Ceny", 0, "valyuta", Value.text(""));
        candidate.remove("Tables/Ceny", 0, "valyuta");
        candidate.drop("Tables/Serii");
        candidate
                .set("Warehouses")
                .set(
                        0,
                        Properties.builder()
                                .put("id", "1")
                                .put("name", "Основной склад")
                                .put("storageId", "1")
                                .build());
        OwnRule unused = new OwnRule(
                "gone",
                new Pattern("Docs/*"),
                new Pattern("nothing"),
                Set.of(),
                new Action.Ignore(),
                "there was something once",
                Optional.empty());
        OwnRule over = new OwnRule(
                "over",
                new Pattern("Docs/*"),
                new Pattern("createDate"),
                Set.of(Kind.VALUE),
                new Action.MomentWithin(java.time.Duration.ofSeconds(1)),
                "clocks",
                Optional.of(LocalDate.of(2026, 1, 1)));
        Plan plan = new Plan(
                List.of(),
                List.of(new Plan.LeftOut(new Pattern("Cells"), "ячейки сверяются отдельно")),
                List.of(),
                List.of(),
                java.util.Map.of(),
                true,
                20,
                Optional.of(new Plan.Budget(BigDecimal.valueOf(1000), java.time.Duration.ofSeconds(10))),
                Set.of(),
                java.time.Duration.ofSeconds(20),
                5);
        return Compared.of(control, candidate, plan, List.of(unused, over), Set.of())
                .report();
    }

    @Test
    void fits_a_desk() throws IOException {
        browser.open(page, 1280, 900, false);
        browser.picture(PICTURES.resolve("desk.png"), 900);
        assertThat(overhang()).isZero();
        assertThat(browser.<String>ask("return document.querySelector('.verdict').className"))
                .contains("differs");
    }

    @Test
    void fits_a_phone() throws IOException {
        browser.open(page, 390, 844, true);
        browser.ask("document.querySelectorAll('details.group').forEach(d => d.open = true)");
        browser.picture(PICTURES.resolve("phone.png"), 844);
        assertThat(overhang()).isZero();
        List<Number> values = browser.ask("let r = Array.from(document.querySelectorAll('.row:not(.head)')).map(x =>"
                + " x.querySelectorAll('[data-side]')).filter(x => x.length)[0];return"
                + " [r[0].getBoundingClientRect().bottom, r[1].getBoundingClientRect().top]");
        assertThat(values.get(0).doubleValue())
                .as("values stand below each other")
                .isLessThanOrEqualTo(values.get(1).doubleValue());
        assertThat(browser.<Number>ask(
                                "return Array.from(document.querySelectorAll('.sets, .chart, .row')).filter(x =>"
                                        + " x.scrollWidth > x.clientWidth + 1 || x.getBoundingClientRect().right > innerWidth).length")
                        .longValue())
                .as("what must be moved sideways to be read")
                .isZero();
    }

    /** How much wider the page is than its window. */
    private static long overhang() {
        return browser.<Number>ask("return Math.max(0, document.documentElement.scrollWidth - window.innerWidth)")
                .longValue();
    }

    @Test
    void speaks_both_languages() {
        browser.open(page, 1280, 900, false);
        WebElement verdict = browser.driver().findElement(By.className("verdict"));
        assertThat(verdict.getText()).startsWith("next отличается от main");
        browser.driver().findElement(By.cssSelector("[data-to=en]")).click();
        assertThat(verdict.getText()).startsWith("next differs from main");
        assertThat(browser.<String>ask("return document.documentElement.lang")).isEqualTo("en");
    }

    @Test
    void finds_by_any_word_in_any_case() {
        browser.open(page, 1280, 900, false);
        browser.driver().findElement(By.id("find")).sendKeys("режимУПАКОВОК");
        List<WebElement> groups = browser.driver().findElements(By.cssSelector("details.group:not([hidden])"));
        assertThat(groups).hasSize(1);
        assertThat(groups.get(0).getText()).contains("rezhimUpakovok", "РежимУпаковок");
        browser.driver().findElement(By.id("find")).sendKeys("x");
        assertThat(browser.driver().findElement(By.id("nothing")).isDisplayed()).isTrue();
    }

    @Test
    void is_printed_with_all_samples_open() {
        browser.open(page, 1280, 900, false);
        browser.ask("dispatchEvent(new Event('beforeprint'))");
        assertThat(browser.driver().findElements(By.cssSelector("details:not([open])")))
                .isEmpty();
        assertThat(new String(browser.print(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }

    @Test
    void runs_nothing_that_came_from_a_base_and_complains_of_nothing() {
        browser.open(page, 1280, 900, false);
        assertThat(browser.driver().getTitle()).isEqualTo("main → next");
        assertThat(browser.complaints()).isEmpty();
    }
}
