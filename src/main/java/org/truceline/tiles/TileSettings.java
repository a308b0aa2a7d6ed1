package org.truceline.tiles;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What tiles may cost.
 *
 * @param memory of tiles that are kept
 */
@ConfigurationProperties("truceline.tiles")
record TileSettings(@DefaultValue("64MB") DataSize memory) {}
