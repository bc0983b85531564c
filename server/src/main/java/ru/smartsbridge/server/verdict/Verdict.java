package ru.smartsbridge.server.verdict;

import java.time.Instant;

/**
 * What a comparison has said.
 *
 * @param control what control's way leads to
 * @param candidate what the candidate's way leads to
 * @param maySwitch whether nothing differed and everything was compared
 * @param complete whether the plan wanted everything, but for what it left out by name
 * @param ended when
 * @param sentence in words, in English
 */
public record Verdict(
        String control, String candidate, boolean maySwitch, boolean complete, Instant ended, String sentence) {}
