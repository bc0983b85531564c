package ru.smartsbridge.api.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.InvocationInterceptor.Invocation;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import ru.smartsbridge.api.Capabilities;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.api.Verb;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.error.Text;
import ru.smartsbridge.api.model.SetKind;

class CapabilityCheckTest {
    private static final Text REASON = Text.verbatim("not by this way");

    /** Two tests, one of which needs what this transport lacks. */
    static final class Part extends ContractPart {
        @Override
        ContractBase base() {
            Capabilities capabilities = Capabilities.builder()
                    .without(Set.of(Verb.BLOCK), Set.of(SetKind.DOCS), REASON)
                    .build();
            return ContractBase.of((Transport) Proxy.newProxyInstance(
                    Part.class.getClassLoader(), new Class<?>[] {Transport.class}, (self, method, arguments) -> {
                        assertThat(method.getName()).isEqualTo("capabilities");
                        return capabilities;
                    }));
        }

        @Override
        Kept kept() {
            return new Kept(base());
        }

        @Needs(value = Verb.BLOCK, on = SetKind.DOCS)
        void blocking() {}

        @Needs(value = Verb.LIST, on = SetKind.DOCS)
        void listing() {}
    }

    private record Context(Method test, Part part) implements ReflectiveInvocationContext<Method> {
        @Override
        public Class<?> getTargetClass() {
            return Part.class;
        }

        @Override
        public Method getExecutable() {
            return test;
        }

        @Override
        public List<Object> getArguments() {
            return List.of();
        }

        @Override
        public Optional<Object> getTarget() {
            return Optional.of(part);
        }
    }

    private static void run(String test, Invocation<Void> body) throws Throwable {
        Method method = Part.class.getDeclaredMethod(test);
        new CapabilityCheck().interceptTestMethod(body, new Context(method, new Part()), null);
    }

    private static Invocation<Void> failing(Category category) {
        return () -> {
            throw new BridgeException(category, REASON);
        };
    }

    @Test
    void a_test_whose_calls_are_served_runs_as_it_is() {
        assertThatCode(() -> run("listing", () -> null)).doesNotThrowAnyException();
        assertThatThrownBy(() -> run("listing", failing(Category.UNSUPPORTED_HERE)))
                .isInstanceOf(BridgeException.class);
    }

    @Test
    void a_test_that_needs_what_is_missing_passes_only_by_being_told_so() {
        assertThatCode(() -> run("blocking", failing(Category.UNSUPPORTED_HERE)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> run("blocking", () -> null)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> run("blocking", failing(Category.NOT_FOUND))).isInstanceOf(AssertionError.class);
    }

    @Test
    void expecting_another_error_hands_on_that_a_call_is_not_served() {
        assertThatThrownBy(() -> ContractPart.failsWith(Category.NOT_FOUND, () -> {
                    throw new BridgeException(Category.UNSUPPORTED_HERE, REASON);
                }))
                .isInstanceOf(BridgeException.class);
        assertThatThrownBy(() -> ContractPart.failsWith(Category.NOT_FOUND, () -> {}))
                .isInstanceOf(AssertionError.class);
    }
}
