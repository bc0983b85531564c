package ru.smartsbridge.com.terminal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.smartsbridge.api.model.BaseInfo;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.com.automation.Automation;
import ru.smartsbridge.com.automation.AutomationObject;
import ru.smartsbridge.com.automation.ComFailure;
import ru.smartsbridge.com.automation.Reference;
import ru.smartsbridge.com.connector.Session;
import ru.smartsbridge.com.connector.WarmUp;

/**
 * A TerminalConnector that is connected to its base; lives on the apartment's thread.
 *
 * <p>A call fails by an HRESULT or by answering false. What the component says of it when it is asked
 * ({@code ПолучитьОшибку}) becomes the failure's description.
 */
public final class TerminalSession implements Session {
    /** Of the component [doc]. */
    public static final String PROG_ID = "AddIn.Cl.TerminalConnector";

    private static final Logger LOG = LoggerFactory.getLogger(TerminalSession.class);

    /** DISP_E_UNKNOWNNAME. */
    private static final int UNKNOWN_NAME = 0x80020006;

    private final AutomationObject terminal;
    private final TerminalMembers members;
    private final String connection;
    private String device = "";
    private boolean open;
    private BaseInfo info;

    private TerminalSession(AutomationObject terminal, TerminalMembers members, String connection) {
        this.terminal = terminal;
        this.members = members;
        this.connection = connection;
    }

    /**
     * Makes a connector on the thread that calls and connects it.
     *
     * @param connection as the component takes it
     * @throws ComFailure where the component refuses
     */
    public static TerminalSession open(Automation automation, TerminalMembers members, String connection) {
        TerminalSession session = new TerminalSession(automation.create(PROG_ID), members, connection);
        boolean connected = false;
        try {
            WarmUp.firstUse(session::tryVersion);
            session.connect();
            session.readBaseInfo();
            connected = true;
        } finally {
            if (!connected) {
                session.terminal.close();
            }
        }
        LOG.info("Connected to the base {} by TerminalConnector", connection);
        return session;
    }

    private void connect() {
        Reference given = new Reference(Reference.Form.TEXT, device);
        made(TerminalCall.OPEN, Map.of(Argument.CONNECTION, List.of(connection), Argument.DEVICE, given));
        device = given.value() instanceof String id ? id : "";
        open = true;
    }

    /** Ends the connection and makes it anew: no member is known that would drop an upload [guess]. */
    public void reconnect() {
        disconnect();
        connect();
    }

    private void disconnect() {
        if (open) {
            open = false;
            made(TerminalCall.CLOSE, Map.of(Argument.DEVICE, device));
        }
    }

    /** Begins an upload of products. */
    public void beginProducts(List<String> columns, boolean overwrite, boolean fullText) {
        made(
                TerminalCall.BEGIN_UPLOAD_PRODUCTS,
                Map.of(
                        Argument.FIELDS, columns,
                        Argument.OVERWRITE, overwrite,
                        Argument.FULL_TEXT, fullText));
    }

    /** @param values one for each column, null where there is none */
    public void addProduct(List<Object> values) {
        made(TerminalCall.ADD_PRODUCT_TO_UPLOAD, Map.of(Argument.VALUES, values));
    }

    public void endProducts() {
        made(TerminalCall.END_UPLOAD_PRODUCTS, Map.of());
    }

    /** Begins an upload of a table, by its Russian name. */
    public void beginTable(List<String> columns, String table, boolean overwrite) {
        made(
                TerminalCall.BEGIN_UPLOAD_TABLE,
                Map.of(Argument.FIELDS, columns, Argument.TABLE, table, Argument.OVERWRITE, overwrite));
    }

    /** @param values one for each column, null where there is none */
    public void addRow(List<Object> values) {
        made(TerminalCall.ADD_ROW_TO_UPLOAD_TABLE, Map.of(Argument.VALUES, values));
    }

    public void endTable() {
        made(TerminalCall.END_UPLOAD_TABLE, Map.of());
    }

    @Override
    public BaseInfo baseInfo() {
        return info;
    }

    /** The same with the component's version asked anew, where it tells one: it says nothing of its base. */
    public BaseInfo readBaseInfo() {
        String id = connection.substring(connection.lastIndexOf('/') + 1);
        Properties.Builder told = Properties.builder().put("id", id).put("name", id);
        version().ifPresent(version -> told.put("comment", "TerminalConnector " + version));
        info = new BaseInfo(told.build());
        return info;
    }

    private Optional<String> version() {
        try {
            return Optional.ofNullable(made(TerminalCall.GET_VERSION, Map.of())).map(String::valueOf);
        } catch (ComFailure refused) {
            if (refused.hresult() != UNKNOWN_NAME) {
                throw refused;
            }
            LOG.debug("This version of the component does not tell it", refused);
            return Optional.empty();
        }
    }

    /** Of a component that is not connected yet, which may refuse. */
    private void tryVersion() {
        try {
            version();
        } catch (ComFailure refused) {
            if (refused.sessionGone()) {
                throw refused;
            }
            LOG.debug("The component does not tell its version before it is connected", refused);
        }
    }

    private Object made(TerminalCall call, Map<Argument, Object> given) {
        ComFailure failure;
        try {
            Object answer = asked(call, given);
            if (!Boolean.FALSE.equals(answer)) {
                return answer;
            }
            failure = ComFailure.answeredFalse(call.member());
        } catch (ComFailure refused) {
            failure = refused;
        }
        if (failure.sessionGone() || failure.hresult() == UNKNOWN_NAME) {
            throw failure;
        }
        throw lastError(failure).map(failure::with).orElse(failure);
    }

    private Object asked(TerminalCall call, Map<Argument, Object> given) {
        List<Parameter> parameters = members.parameters(call);
        Object[] arguments = new Object[parameters.size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] =
                    parameters.get(i).given(plain(given.get(parameters.get(i).argument())));
        }
        Object answer = terminal.call(call.member(), arguments);
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i] instanceof Reference place
                    && given.get(parameters.get(i).argument()) instanceof Reference asking) {
                asking.put(place.value());
            }
        }
        return answer;
    }

    private static Object plain(Object given) {
        return given instanceof Reference reference ? reference.value() : given;
    }

    /** What the component says of its last failure; empty where it says nothing. */
    private Optional<String> lastError(ComFailure failure) {
        Reference description = new Reference(Reference.Form.TEXT, "");
        try {
            Object answer = asked(TerminalCall.GET_LAST_ERROR, Map.of(Argument.DESCRIPTION, description));
            Object told = members.parameters(TerminalCall.GET_LAST_ERROR).isEmpty() ? answer : description.value();
            return Optional.ofNullable(told).map(String::valueOf).filter(text -> !text.isBlank());
        } catch (ComFailure silent) {
            LOG.debug("The component does not tell why {} failed", failure.attempted(), silent);
            return failure.description();
        }
    }

    /** Ends the connection too; where that fails, letting go of the component has to do. */
    @Override
    public void close() {
        try {
            disconnect();
        } catch (ComFailure refused) {
            LOG.warn("The component did not end its connection to {}", connection, refused);
        } finally {
            terminal.close();
        }
    }
}
