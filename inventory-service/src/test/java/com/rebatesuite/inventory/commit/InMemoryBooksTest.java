package com.rebatesuite.inventory.commit;

class InMemoryBooksTest extends BooksContract {

    @Override
    protected Books books() {
        return new InMemoryBooks();
    }
}
