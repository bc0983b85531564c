package ru.smartsbridge.com.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.TestAbortedException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The report of tests that ran inside the Windows JVM. */
final class WindowsReport {
    private WindowsReport() {}

    /**
     * One test and how it ended.
     *
     * @param type the class in which it is
     * @param failed what went wrong, with its stack
     * @param left why it was skipped or aborted
     */
    record Case(String type, String name, Optional<String> failed, Optional<String> left) {
        /** A test of this side that ends in the same way. */
        DynamicTest asTest() {
            String simple = type.substring(type.lastIndexOf('.') + 1);
            return DynamicTest.dynamicTest(simple + " " + name, () -> {
                failed.ifPresent(stack -> {
                    throw new AssertionError("inside the Windows JVM: " + stack);
                });
                left.ifPresent(reason -> {
                    throw new TestAbortedException(reason);
                });
            });
        }
    }

    static List<Case> read(Path report) throws Exception {
        NodeList cases = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(report.toFile())
                .getElementsByTagName("testcase");
        List<Case> read = new ArrayList<>();
        for (int i = 0; i < cases.getLength(); i++) {
            Element one = (Element) cases.item(i);
            read.add(new Case(
                    one.getAttribute("classname"),
                    one.getAttribute("name"),
                    text(one, "failure").or(() -> text(one, "error")),
                    text(one, "skipped")));
        }
        return read;
    }

    private static Optional<String> text(Element testCase, String name) {
        NodeList found = testCase.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .findFirst()
                .map(element -> (element.getAttribute("message") + "\n" + element.getTextContent()).strip());
    }
}
