package dev.atlas.platforms.markup;

/**
 * One message in both its forms, each at most {@value TelegramMarkup#LONGEST} characters of UTF-16.
 *
 * @param html for {@code parse_mode} HTML
 * @param plain what is sent if Telegram does not take that
 */
public record TelegramMessage(String html, String plain) {}
