package org.truceline.formats;

/** Which coordinate is written first. Inside Truceline longitude, or easting, always comes first. */
public enum AxisOrder {
    EASTING_FIRST,
    NORTHING_FIRST
}
