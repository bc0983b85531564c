package ru.smartsbridge.com.terminal;

import static ru.smartsbridge.com.terminal.Parameter.reference;
import static ru.smartsbridge.com.terminal.Parameter.value;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import ru.smartsbridge.com.automation.Member;

/**
 * The table of TerminalConnector's members: under which name each is called, with which arguments in which order, and
 * which of them by reference. Nobody of us has met the component; the source of each row stands in it, and the
 * configuration ({@code com.members}) outdoes them all.
 */
public enum TerminalCall {
    /** Answers false where it fails [doc]. */
    OPEN("Open", "Подключить", Source.DOCUMENTED, value(Argument.CONNECTION), reference(Argument.DEVICE)),
    CLOSE("Close", "Отключить", Source.STANDARD, value(Argument.DEVICE)),
    /** Tells why the call before it failed. */
    GET_LAST_ERROR("GetLastError", "ПолучитьОшибку", Source.STANDARD, reference(Argument.DESCRIPTION)),
    /** Of the component, not of the base. */
    GET_VERSION("GetVersion", "ПолучитьНомерВерсии", Source.STANDARD),
    /** The arguments are those of REST's action of that name [guess]. */
    BEGIN_UPLOAD_PRODUCTS(
            "BeginUploadProducts",
            "",
            Source.GUESSED,
            value(Argument.FIELDS),
            value(Argument.OVERWRITE),
            value(Argument.FULL_TEXT)),
    ADD_PRODUCT_TO_UPLOAD("AddProductToUpload", "", Source.GUESSED, value(Argument.VALUES)),
    END_UPLOAD_PRODUCTS("EndUploadProducts", "", Source.GUESSED),
    BEGIN_UPLOAD_TABLE(
            "BeginUploadTable",
            "",
            Source.GUESSED,
            value(Argument.FIELDS),
            value(Argument.TABLE),
            value(Argument.OVERWRITE)),
    ADD_ROW_TO_UPLOAD_TABLE("AddRowToUploadTable", "", Source.GUESSED, value(Argument.VALUES)),
    END_UPLOAD_TABLE("EndUploadTable", "", Source.GUESSED);

    /** Where a row is from. */
    public enum Source {
        /** The vendor's documentation. */
        DOCUMENTED,
        /** The standard of 1C for drivers of trade equipment, which the vendor says that the component follows. */
        STANDARD,
        /** Our inference from StorageConnector and REST. */
        GUESSED
    }

    private final String english;
    private final String russian;
    private final Source source;
    private final List<Parameter> parameters;

    TerminalCall(String english, String russian, Source source, Parameter... parameters) {
        this.english = english;
        this.russian = russian;
        this.source = source;
        this.parameters = List.of(parameters);
    }

    /** The call of that English name, to the letter. */
    static Optional<TerminalCall> of(String english) {
        return Arrays.stream(values())
                .filter(call -> call.english.equals(english))
                .findFirst();
    }

    /** The name that errors, the journal and the configuration have for it. */
    public String english() {
        return english;
    }

    public Source source() {
        return source;
    }

    /** As it is called where the configuration says nothing else: the Russian name where there is one. */
    public String signature() {
        return (russian.isEmpty() ? english : russian) + written(parameters);
    }

    static String written(List<Parameter> parameters) {
        return parameters.stream().map(Parameter::toString).collect(Collectors.joining(", ", "(", ")"));
    }

    List<Parameter> parameters() {
        return parameters;
    }

    Member member() {
        return russian.isEmpty() ? Member.of(english) : Member.writing(english, russian);
    }
}
