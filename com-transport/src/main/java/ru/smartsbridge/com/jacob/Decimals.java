package ru.smartsbridge.com.jacob;

import java.math.BigDecimal;
import ru.smartsbridge.com.automation.ComFailure;
import ru.smartsbridge.com.automation.Member;

/** What a DECIMAL holds: 96 bits and a scale of 0 to 28. */
final class Decimals {
    private static final int MOST_BITS = 96;
    private static final int MOST_SCALE = 28;

    private Decimals() {}

    /**
     * The same number in a form that a DECIMAL holds, with its own scale where that is possible.
     *
     * @throws ComFailure where no form of it fits; nothing is rounded
     */
    static BigDecimal carried(Member member, BigDecimal number) {
        // a scale beyond this cannot fit, and bringing it to 0 would write out the zeros first
        if (number.signum() != 0 && (long) number.precision() - number.scale() > MOST_SCALE + 1) {
            throw ComFailure.notCarried(member, "a number beyond DECIMAL");
        }
        BigDecimal form = number.scale() < 0 && number.signum() != 0 ? number.setScale(0) : number;
        if (!fits(form)) {
            form = form.stripTrailingZeros();
            if (form.scale() < 0) {
                form = form.setScale(0);
            }
        }
        if (!fits(form)) {
            throw ComFailure.notCarried(member, "a number beyond DECIMAL");
        }
        return form;
    }

    private static boolean fits(BigDecimal number) {
        return number.scale() >= 0
                && number.scale() <= MOST_SCALE
                && number.unscaledValue().abs().bitLength() <= MOST_BITS;
    }
}
