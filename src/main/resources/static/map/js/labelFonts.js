/** Labels are drawn from these. Each script is a file of its own, which a browser loads only when it is asked for. */
export const FONTS = ["400 16px 'Noto Sans'", "600 16px 'Noto Sans Semibold'"];
export const SCRIPTS = 'Aā Жҷ';
export const ARABIC_SCRIPT = 'ع';
