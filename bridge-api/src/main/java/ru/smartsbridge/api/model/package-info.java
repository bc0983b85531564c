/** The domain of Mobile SMARTS: documents, products, rows, cells and the directories around them. */
package ru.smartsbridge.api.model;
