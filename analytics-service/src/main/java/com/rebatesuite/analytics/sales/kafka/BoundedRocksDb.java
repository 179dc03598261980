package com.rebatesuite.analytics.sales.kafka;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/** One bounded piece of memory for all stores of the process; by default each store would take its own. */
public class BoundedRocksDb implements RocksDBConfigSetter {

    private static final long BLOCKS = 24L << 20;
    private static final long WRITE_BUFFERS = 12L << 20;
    private static final long WRITE_BUFFER = 2L << 20;

    static {
        RocksDB.loadLibrary();
    }

    // Shared by all stores, hence never closed by one of them.
    private static final Cache CACHE = new LRUCache(BLOCKS);
    private static final WriteBufferManager BUFFERS = new WriteBufferManager(WRITE_BUFFERS, CACHE);

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configuration) {
        var table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(CACHE);
        table.setCacheIndexAndFilterBlocks(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(BUFFERS);
        options.setWriteBufferSize(WRITE_BUFFER);
        options.setMaxWriteBufferNumber(2);
    }

    @Override
    public void close(String storeName, Options options) {
        // Nothing of its own to close.
    }
}
