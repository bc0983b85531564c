package ru.smartsbridge.com.mapping;

/**
 * An additional field.
 *
 * @param name as the base declares it, mostly Russian: the name that the component knows
 * @param property the JSON property that it is over REST
 * @param type a .NET type code ({@code String}, {@code Double} …), {@code ""} where nobody declared it
 */
public record Field(String name, String property, String type) {}
