package ru.smartsbridge.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(value = OS.LINUX, disabledReason = "/proc is Linux's")
class ProcessorTimeTest {
    @Test
    void work_of_a_thread_shows_in_the_time_of_its_process() throws IOException {
        long self = ProcessHandle.current().pid();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        ProcessorTime before = ProcessorTime.of(self);
        long begin = threads.getCurrentThreadCpuTime();
        long worked = 0;
        while (worked < TimeUnit.MILLISECONDS.toNanos(50)) {
            worked = threads.getCurrentThreadCpuTime() - begin;
        }

        assertThat(ProcessorTime.of(self).since(before)).isGreaterThanOrEqualTo(worked * 9 / 10);
    }
}
