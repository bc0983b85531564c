package ru.smartsbridge.com.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.jacob.activeX.ActiveXComponent;
import com.jacob.com.ComThread;
import com.jacob.com.Dispatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the lab promises to whatever runs in it: JACOB loads, and the component is registered. */
final class JacobInWindows {
    @BeforeEach
    void enter() {
        ComThread.InitSTA();
    }

    @AfterEach
    void leave() {
        ComThread.Release();
    }

    @Test
    void the_component_can_be_made_and_asked() {
        ActiveXComponent connector = new ActiveXComponent("Cleverence.Warehouse.StorageConnector");
        assertThat(Dispatch.get(connector, "CurrentAppId").toString()).isEmpty();
    }

    @Test
    void a_base_of_the_home_can_be_selected_and_read() {
        ActiveXComponent connector = new ActiveXComponent("Cleverence.Warehouse.StorageConnector");
        Dispatch.callN(connector, "SelectCurrentApp", new Object[] {System.getenv("BASE_ID")});
        assertThat(Dispatch.callN(connector, "GetProductsCount", new Object[0]).getInt())
                .isEqualTo(240);
    }
}
