package ru.smartsbridge.com.jacob;

import com.jacob.com.ComException;
import com.jacob.com.Dispatch;
import com.sun.jna.Pointer;
import com.sun.jna.WString;
import com.sun.jna.platform.win32.Guid;
import com.sun.jna.platform.win32.OaIdl;
import com.sun.jna.platform.win32.WinDef;
import com.sun.jna.platform.win32.WinNT;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.smartsbridge.com.automation.ComFailure;
import ru.smartsbridge.com.automation.Member;

/**
 * Finds the id under which an object knows a member.
 *
 * <p>A name is never left to JACOB's {@code Invoke}: it widens the bytes of UTF-8 one by one, so that no Cyrillic name
 * arrives, and it calls whatever id comes back, while the component answers an unknown name with 0 or -1 in place of
 * an error, and 0 is {@code ToString} or {@code Item} [run]. Used on one thread.
 */
final class MemberIds {
    private static final Logger LOG = LoggerFactory.getLogger(MemberIds.class);

    /** DISP_E_UNKNOWNNAME. */
    static final int UNKNOWN_NAME = 0x80020006;

    /** LOCALE_SYSTEM_DEFAULT, as JACOB's own calls have it. */
    private static final int LOCALE = 2048;

    /** Names that 0 honestly belongs to, in small letters. */
    private static final Set<String> DEFAULT_MEMBERS = Set.of("item", "tostring");

    private final Map<String, String> actual;
    private final Set<Member> withoutAlias = new HashSet<>();
    private final Guid.REFIID none = new Guid.REFIID(new Guid.IID());

    MemberIds(Map<String, String> actual) {
        this.actual = Map.copyOf(actual);
    }

    /** The ids of one object: they differ from object to object [guess], so they are kept for as long as it. */
    final class OfObject {
        private final Dispatch dispatch;
        private final Map<Member, Integer> known = new HashMap<>(4);

        OfObject(Dispatch dispatch) {
            this.dispatch = dispatch;
        }

        int of(Member member) {
            Integer id = known.get(member);
            if (id == null) {
                id = find(dispatch, member);
                known.put(member, id);
            }
            return id;
        }
    }

    private int find(Dispatch dispatch, Member member) {
        String given = actual.get(member.name());
        if (given == null && member.once().isPresent()) {
            OptionalInt id = ask(dispatch, member.once().get());
            if (id.isPresent()) {
                return id.getAsInt();
            }
            if (withoutAlias.add(member)) {
                LOG.warn(
                        "{} is not known by its alias {}: where it fails it is made twice",
                        member,
                        member.once().get());
            }
        }
        String name = Optional.ofNullable(given).orElse(member.name());
        return ask(dispatch, name).orElseThrow(() -> new ComFailure(name, UNKNOWN_NAME, null, null));
    }

    private OptionalInt ask(Dispatch dispatch, String name) {
        OptionalInt id = StandardCharsets.US_ASCII.newEncoder().canEncode(name)
                ? byJacob(dispatch, name)
                : byJna(dispatch, name);
        boolean honest = DEFAULT_MEMBERS.contains(name.toLowerCase(Locale.ROOT));
        return id.isPresent() && !honest && (id.getAsInt() == 0 || id.getAsInt() == -1) ? OptionalInt.empty() : id;
    }

    /** 1 to 2 µs, where JNA takes 7 to 10; finding an id and calling by it costs what JACOB's call by name does [run]. */
    private static OptionalInt byJacob(Dispatch dispatch, String name) {
        try {
            return OptionalInt.of(Dispatch.getIDOfName(dispatch, name));
        } catch (ComException failure) {
            if (failure.getHResult() == UNKNOWN_NAME) {
                return OptionalInt.empty();
            }
            throw Failures.of(name, failure);
        } catch (IllegalStateException failure) {
            throw Failures.of(name, failure);
        }
    }

    private OptionalInt byJna(Dispatch dispatch, String name) {
        var asked = new com.sun.jna.platform.win32.COM.Dispatch(new Pointer(dispatch.m_pDispatch));
        var id = new OaIdl.DISPIDByReference();
        WinNT.HRESULT result =
                asked.GetIDsOfNames(none, new WString[] {new WString(name)}, 1, new WinDef.LCID(LOCALE), id);
        if (result.intValue() == UNKNOWN_NAME) {
            return OptionalInt.empty();
        }
        if (result.intValue() < 0) {
            throw new ComFailure(name, result.intValue(), null, null);
        }
        return OptionalInt.of(id.getValue().intValue());
    }
}
