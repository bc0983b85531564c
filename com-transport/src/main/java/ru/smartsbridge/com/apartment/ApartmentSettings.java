package ru.smartsbridge.com.apartment;

import java.time.Duration;

/**
 * What an apartment may do and for how long.
 *
 * @param name of the base, for errors, logs and the thread's name
 * @param queueBound how many calls may wait
 * @param longestWait how long one of them may, before it begins
 * @param recycleCalls after how many calls the session is made anew
 * @param recycleAge after how long it is
 * @param settling how long the thread may take over each of these: to enter, to open a session, to recycle, to end
 * @param mostAbandoned at how many threads that hang no further one is started
 */
public record ApartmentSettings(
        String name,
        int queueBound,
        Duration longestWait,
        int recycleCalls,
        Duration recycleAge,
        Duration settling,
        int mostAbandoned) {
    public ApartmentSettings {
        if (queueBound < 1 || recycleCalls < 1 || mostAbandoned < 1) {
            throw new IllegalArgumentException("bounds begin at 1");
        }
    }

    /** Settings that suit a base of ordinary size [guess]. */
    public static ApartmentSettings of(String name) {
        return new ApartmentSettings(
                name, 100, Duration.ofSeconds(30), 10_000, Duration.ofMinutes(30), Duration.ofSeconds(60), 3);
    }
}
