package ru.smartsbridge.com.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.com.automation.Member;

/** A document that a device has in hand: another connector says so, in the component, while the bridge is at work. */
class HeldDocumentsInWindows {
    private static final String ID = "в руках";
    private static final Properties CHANGE =
            Properties.builder().put("description", "срочно").build();

    @TempDir
    private Path state;

    private BridgedBase base;
    private OtherConnector device;

    @BeforeEach
    void write_a_document() {
        base = BridgedBase.open(state);
        device = new OtherConnector();
        base.transport().create(Goods.ORDERS, Goods.order(ID, 2), BridgedBase.CALL);
        says("InProcess", true);
    }

    @AfterEach
    void leave() {
        base.transport().delete(Goods.ORDERS, ID, BridgedBase.CALL);
        device.close();
        base.close();
    }

    private void says(String property, boolean value) {
        device.change(ID, document -> document.put(Member.of(property), value));
    }

    private static void isHeld(org.assertj.core.api.ThrowableAssert.ThrowingCallable write) {
        BridgeException refused = catchThrowableOfType(BridgeException.class, write);
        assertThat(refused).isNotNull();
        assertThat(refused.category()).as(refused.getMessage()).isEqualTo(Category.CONFLICT);
        assertThat(refused.getMessage()).contains(ID);
    }

    private void update() {
        base.transport().update(Goods.ORDERS, ID, CHANGE, BridgedBase.CALL);
    }

    private void replace() {
        base.transport().replace(Goods.ORDERS, ID, Goods.order(ID, 1).properties(), BridgedBase.CALL);
    }

    private void create() {
        base.transport().create(Goods.ORDERS, Goods.order(ID, 1), BridgedBase.CALL);
    }

    private int lines() {
        return base.find(Goods.ORDERS, ID, "declaredItems")
                .orElseThrow()
                .declaredItems()
                .size();
    }

    @Test
    void what_a_device_has_in_hand_is_neither_changed_nor_replaced_nor_written_over() {
        assertThat(base.find(Goods.ORDERS, ID).orElseThrow().inProcess()).isTrue();
        isHeld(this::update);
        isHeld(this::replace);
        isHeld(this::create);
        assertThat(lines()).isEqualTo(2);
        assertThat(base.find(Goods.ORDERS, ID).orElseThrow().inProcess()).isTrue();
    }

    @Test
    void what_a_device_has_in_hand_can_be_taken_away() {
        base.transport().delete(Goods.ORDERS, ID, BridgedBase.CALL);
        assertThat(base.find(Goods.ORDERS, ID)).isEmpty();
        create();
    }

    @Test
    void what_a_device_has_put_down_can_be_changed_again() {
        says("InProcess", false);
        update();
        assertThat(base.find(Goods.ORDERS, ID).orElseThrow().properties().text("description"))
                .isEqualTo("срочно");
        assertThat(lines()).isEqualTo(2);
        replace();
        assertThat(lines()).isEqualTo(1);
    }

    @Test
    void what_a_device_has_finished_can_be_changed() {
        says("Finished", true);
        update();
        assertThat(base.find(Goods.ORDERS, ID).orElseThrow().finished()).isTrue();
        assertThat(lines()).isEqualTo(2);
    }
}
