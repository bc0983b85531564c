package ru.smartsbridge.api.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.reflect.Method;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;
import ru.smartsbridge.api.Capabilities;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;

/** Turns a test that {@link Needs} what the transport lacks into one that demands {@code UNSUPPORTED_HERE}. */
final class CapabilityCheck implements InvocationInterceptor {
    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> test, ExtensionContext context)
            throws Throwable {
        run(invocation, test);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> test, ExtensionContext context)
            throws Throwable {
        run(invocation, test);
    }

    private static void run(Invocation<Void> invocation, ReflectiveInvocationContext<Method> test) throws Throwable {
        ContractPart part = (ContractPart) test.getTarget().orElseThrow();
        Capabilities capabilities = part.transport().capabilities();
        boolean lacking = Stream.concat(
                        AnnotationSupport.findRepeatableAnnotations(test.getExecutable(), Needs.class).stream(),
                        Stream.<Class<?>>iterate(part.getClass(), c -> c != Object.class, Class::getSuperclass)
                                .flatMap(type -> Stream.of(type.getDeclaredAnnotationsByType(Needs.class))))
                .anyMatch(need -> capabilities.missing(need.value(), need.on()).isPresent());
        if (!lacking) {
            invocation.proceed();
            return;
        }
        Throwable thrown = catchThrowable(invocation::proceed);
        assertThat(thrown)
                .as("what the capabilities exclude")
                .isInstanceOfSatisfying(
                        BridgeException.class,
                        error -> assertThat(error.category()).isEqualTo(Category.UNSUPPORTED_HERE));
    }
}
